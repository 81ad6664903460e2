/**
 * Visitors' calls for help, over REST.
 *
 * <p>Invariant: every look-up is bound to the account of the caller's token.
 */
package io.visavis.backoffice.website;
