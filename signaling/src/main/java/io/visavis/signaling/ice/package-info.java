/**
 * The STUN and TURN servers over which browsers find each other, and the credentials for them.
 *
 * <p>Invariant: a credential is made for one side of one share session that the visitor accepted
 * and nobody ended; it tells neither who that is nor which session, and stands in no log.
 */
package io.visavis.signaling.ice;
