/**
 * The account's policy for its website, and its visitors' calls for help, over REST.
 *
 * <p>Invariant: every look-up is bound to the account of the caller's token.
 */
package io.visavis.backoffice.website;
