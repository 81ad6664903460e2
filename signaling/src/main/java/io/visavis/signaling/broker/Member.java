package io.visavis.signaling.broker;

import io.visavis.signaling.protocol.ClientKind;
import io.visavis.signaling.protocol.CloseCode;
import io.visavis.signaling.protocol.ServerMessage;
import io.visavis.signaling.token.Principal;

/**
 * One authenticated connection.
 *
 * <p>{@link #clientId()} stays the same while a page reconnects; the member itself is new each
 * time.
 */
public interface Member {

  /** The id of this connection, for the log. */
  String connectionId();

  /** The page's random id; the same across its reconnects. */
  String clientId();

  /** Page, popup or panel. */
  ClientKind kind();

  /** Whom the connection's token speaks for; renewed tokens keep account and subject. */
  Principal principal();

  /** Whether this browser can share a screen at all. */
  boolean canShare();

  /** Queues a message; never blocks, never throws. */
  void send(ServerMessage message);

  /** Closes the connection with that code. */
  void close(CloseCode code);
}
