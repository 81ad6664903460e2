/**
 * An account's own view of itself: whether it may share screens, why not, and its ask for access.
 *
 * <p>Invariant: the account is that of the token; there is no id to guess.
 */
package io.visavis.backoffice.accounts;
