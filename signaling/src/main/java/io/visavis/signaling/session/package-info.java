/**
 * The share session as a machine: states, triggers and the pure function that decides between them.
 *
 * <p>Invariants: {@link io.visavis.signaling.session.SessionState#ENDED} is absorbing; the
 * visitor's stop is legal in every other state; a session is live only while the visitor captures
 * and the agent has activated. Nothing here does I/O; every cell of states × triggers is written
 * down in docs/session-states.md.
 */
package io.visavis.signaling.session;
