/**
 * The signaling protocol, version 1: its messages, its words and the one codec between them and
 * text.
 *
 * <p>{@code protocol/v1/signaling.schema.json} defines it, {@code docs/protocol.md} explains it,
 * and the examples beside the schema are tested in Java and TypeScript. What leaves {@link
 * io.visavis.signaling.protocol.SignalingCodec#decode} has been checked against every rule of the
 * schema; nobody further in checks again. Nothing here knows of sockets or accounts; of sessions
 * only the words for their state.
 */
package io.visavis.signaling.protocol;
