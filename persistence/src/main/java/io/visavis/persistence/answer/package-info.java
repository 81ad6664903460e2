/**
 * Answers to creating requests, as a table.
 *
 * <p>Invariants: takers of an account's keys queue up on its row, so a key has one taker; what is
 * past its life is removed by the next taker of the account.
 */
package io.visavis.persistence.answer;
