package io.visavis.signaling.connection;

import io.visavis.signaling.protocol.CloseCode;

/** The socket of a {@link Connection}. */
public interface Transport extends Sender {

  /**
   * Closes the socket with this code and reason. Called once, possibly while a write is under way
   * that will never end; it must not wait for the other side. May throw nothing.
   */
  void close(CloseCode code);
}
