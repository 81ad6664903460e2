/**
 * Share requests and sessions over REST, for a host's server and pages.
 *
 * <p>Invariants: every decision is the broker's; every look-up is bound to the account of the
 * caller's token.
 */
package io.visavis.backoffice.shares;
