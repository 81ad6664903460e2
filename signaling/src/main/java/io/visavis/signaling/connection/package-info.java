/**
 * What every connection needs whoever is at its other end: a bounded outgoing queue with one
 * writer, a rate limit, a heartbeat, an orderly close.
 *
 * <p>Nothing here knows the protocol's messages beyond the close codes, nor the WebSocket API: a
 * {@link io.visavis.signaling.connection.Transport} stands for the socket and a nanosecond clock is
 * handed in. Invariants: at most one write of a connection is under way; memory held for a client
 * that does not read is bounded; a connection is closed once, for one reason.
 */
package io.visavis.signaling.connection;
