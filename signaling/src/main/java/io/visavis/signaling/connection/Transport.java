package io.visavis.signaling.connection;

import io.visavis.signaling.protocol.CloseCode;

/** The socket of a {@link Connection}. */
public interface Transport extends Sender {

  /**
   * Closes the socket with this code and reason. Called once, possibly while a write is under way
   * that will never end; it must not wait for the other side. May throw nothing.
   *
   * <p>A client that stopped reading still holds what the container took over before its send
   * buffer was full, until the client lets go of the socket. Grizzly takes four times {@code
   * socket-write-buffer-size} of its transport; left to itself it asks the kernel and takes
   * megabytes per client: set it to 65536 before the server boots.
   */
  void close(CloseCode code);
}
