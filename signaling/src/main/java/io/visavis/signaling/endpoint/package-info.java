/**
 * The WebSocket endpoint {@code /signal}: admission, the authorization table, dispatch to the
 * broker, keep-alive and limits.
 *
 * <p>Invariants: who speaks comes from the verified token alone; a message type that is missing
 * from {@link io.visavis.signaling.endpoint.MessageRules} is refused; nothing that a client sends
 * blocks another client; no exception text reaches the wire.
 */
package io.visavis.signaling.endpoint;
