/**
 * Visitors' calls for help, as a table.
 *
 * <p>Invariant: every look-up is bound to an account.
 */
package io.visavis.persistence.website;
