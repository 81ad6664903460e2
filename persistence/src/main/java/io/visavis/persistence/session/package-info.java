/**
 * Share sessions with the evidence of what happened in them, as tables.
 *
 * <p>Invariants: a session changes only by an update that names the state and version it starts
 * from, so of any number of writers one wins; each change leaves one transition row in the same
 * transaction; transitions and consents are only ever added; a visitor has at most one open
 * session, which a unique constraint holds.
 */
package io.visavis.persistence.session;
