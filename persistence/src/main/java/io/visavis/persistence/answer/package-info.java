/**
 * Answers to creating requests, as a table.
 *
 * <p>Invariants: takers of an account's keys queue up on its row, so a key has one taker; answers
 * are sealed, and removed when their life is over.
 */
package io.visavis.persistence.answer;
