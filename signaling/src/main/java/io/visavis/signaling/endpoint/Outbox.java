package io.visavis.signaling.endpoint;

import static java.lang.System.Logger.Level.ERROR;

import io.visavis.signaling.connection.Connection;
import io.visavis.signaling.protocol.CloseCode;
import io.visavis.signaling.protocol.ServerMessage;
import io.visavis.signaling.protocol.SignalingCodec;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes out to one client, in the order of {@link #send}; but the reply to a request goes out
 * before everything that the request brings about. Never blocks, never throws.
 */
final class Outbox {
  private static final System.Logger LOG = System.getLogger(Outbox.class.getName());

  private final Connection connection;
  private final SignalingCodec codec;
  private List<ServerMessage> held;
  private Thread holding;

  Outbox(Connection connection, SignalingCodec codec) {
    this.connection = connection;
    this.codec = codec;
  }

  /** Sends a message, or holds it back until the reply that comes first. */
  synchronized void send(ServerMessage message) {
    if (held == null || (held.isEmpty() && holding != null && holding != Thread.currentThread())) {
      offer(message);
    } else {
      held.add(message);
    }
  }

  /** Holds everything back from now on. */
  synchronized void holdAll() {
    held = new ArrayList<>();
    holding = null;
  }

  /**
   * Holds back what this thread sends from now on, and then all that comes after it. Until then
   * others get through: while a request waits for the database, the two sides still reach each
   * other.
   */
  synchronized void holdOwn() {
    held = new ArrayList<>();
    holding = Thread.currentThread();
  }

  /** Sends the reply, then what was held back. */
  synchronized void release(ServerMessage reply) {
    offer(reply);
    release();
  }

  /** Sends what was held back, if anything is: there is no reply, or it was sent. */
  synchronized void release() {
    var waiting = held;
    held = null;
    holding = null;
    if (waiting != null) {
      waiting.forEach(this::offer);
    }
  }

  /** Forgets what was held back; what comes from now on is sent. */
  synchronized void drop() {
    held = null;
    holding = null;
  }

  private void offer(ServerMessage message) {
    try {
      connection.offer(codec.encode(message));
    } catch (RuntimeException e) {
      LOG.log(ERROR, "connection " + connection.id() + " cannot be told", e);
      connection.close(CloseCode.INTERNAL);
    }
  }
}
