/**
 * The built WAR in a real Payara Micro, seen from outside: over HTTP and the WebSocket, with the
 * public contract ({@code docs/plug-in/}, the protocol schema) and no production class.
 *
 * <p>Invariants: one server for all classes, on a port chosen by the system; every test makes a
 * visitor of its own, so tests neither see nor disturb each other; nothing sleeps, every wait is
 * for a condition and has an end.
 */
package io.visavis.it;
