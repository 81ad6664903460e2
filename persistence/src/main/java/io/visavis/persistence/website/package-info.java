/**
 * Accounts' policies for their websites and visitors' calls for help, as tables.
 *
 * <p>Invariant: every look-up is bound to an account.
 */
package io.visavis.persistence.website;
