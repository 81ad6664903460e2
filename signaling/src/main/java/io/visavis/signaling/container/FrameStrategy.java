package io.visavis.signaling.container;

import java.io.IOException;
import java.util.concurrent.Executor;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.IOStrategy;
import org.glassfish.grizzly.Transport;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.nio.NIOTransport;
import org.glassfish.grizzly.strategies.SameThreadIOStrategy;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.glassfish.grizzly.threadpool.Threads;

/**
 * Grizzly's choice of thread for what arrives: frames of the connections that were given to it are
 * handled by the thread that reads them, everything else as before.
 */
final class FrameStrategy implements IOStrategy {
  private static final Attribute<Boolean> OURS =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(FrameStrategy.class.getName());

  private final IOStrategy shipped;
  private final IOStrategy direct = SameThreadIOStrategy.getInstance();

  private FrameStrategy(IOStrategy shipped) {
    this.shipped = shipped;
  }

  /** From now on this connection's frames are handled where they are read. */
  static void take(Connection<?> connection) {
    var transport = (NIOTransport) connection.getTransport();
    synchronized (transport) {
      if (!(transport.getIOStrategy() instanceof FrameStrategy)) {
        transport.setIOStrategy(new FrameStrategy(transport.getIOStrategy()));
      }
    }
    OURS.set(connection, true);
  }

  /** The transport goes on as if {@link #take} had never been called. */
  static void restore(NIOTransport transport) {
    synchronized (transport) {
      if (transport.getIOStrategy() instanceof FrameStrategy ours) {
        transport.setIOStrategy(ours.shipped);
      }
    }
  }

  @Override
  @SuppressWarnings("rawtypes")
  public boolean executeIoEvent(Connection connection, IOEvent event) throws IOException {
    return executeIoEvent(connection, event, true);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public boolean executeIoEvent(Connection connection, IOEvent event, boolean enabled)
      throws IOException {
    if (event != IOEvent.READ || !OURS.isSet(connection)) {
      return shipped.executeIoEvent(connection, event, enabled);
    }
    // As long as a thread counts as a service thread, Grizzly's HTTP layer passes work on.
    Threads.setService(false);
    try {
      return direct.executeIoEvent(connection, event, enabled);
    } finally {
      Threads.setService(true);
    }
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Executor getThreadPoolFor(Connection connection, IOEvent event) {
    return shipped.getThreadPoolFor(connection, event);
  }

  @Override
  public ThreadPoolConfig createDefaultWorkerPoolConfig(Transport transport) {
    return shipped.createDefaultWorkerPoolConfig(transport);
  }
}
