/**
 * What the reference host remembers: the visitors of its websites and their chat with its agents.
 *
 * <p>The reference host is a customer of Visavis that happens to ship in the same archive, so its
 * tables ({@code ref_*}) stand apart: no class of Visavis reads them and no row refers to one of
 * Visavis. Every question is asked with the site key first; a visitor id alone finds nothing.
 *
 * <p>Invariants: a message is stored once per conversation, sender and client message id; the
 * counters of a visitor change in the transaction that changes what they count; times are whole
 * microseconds.
 */
package io.visavis.persistence.reference;
