/**
 * Single-use tickets, as a table.
 *
 * <p>Invariants: only hashes are kept; a ticket is spent by deleting its row, which the database
 * lets one caller do; a ticket at or past its expiry is worth nothing, deleted or not.
 */
package io.visavis.persistence.ticket;
