/**
 * Accounts as the broker sees them: who may share screens, from which sites, with which keys.
 *
 * <p>Invariant: eligibility is a question to the database at a moment, never a remembered answer.
 */
package io.visavis.signaling.account;
