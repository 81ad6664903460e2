/**
 * The session broker: takes what people and clocks do, asks {@link
 * io.visavis.signaling.session.SessionMachine}, lets the database decide, and tells everyone who
 * may know.
 *
 * <p>Invariants: nothing is announced that the database has not decided; SDP and ICE pass only
 * inside one session, only to the other role, only while it is answered with yes and not ended;
 * what is held here in memory (who is connected, what was missed) can be lost without a wrong
 * decision.
 */
package io.visavis.signaling.broker;
