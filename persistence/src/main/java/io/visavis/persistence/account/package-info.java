/**
 * Accounts, their keys and the history of their eligibility, as tables.
 *
 * <p>Invariants: whoever changes an account, or stores something that depends on its eligibility,
 * locks the account's row first and everything else after it, so that no two transactions wait for
 * each other; history is only ever added to; every read goes to the database, nothing stays in the
 * persistence context.
 */
package io.visavis.persistence.account;
