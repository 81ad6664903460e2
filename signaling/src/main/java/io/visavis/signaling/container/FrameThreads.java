package io.visavis.signaling.container;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.nio.NIOTransport;

/**
 * Has the frames of {@code /signal} handled by the thread that reads them.
 *
 * <p>As shipped, Payara hands every frame from the thread that waits for the sockets to one of a
 * pool. Nothing that the endpoint does with a frame blocks (what needs the database goes to the
 * mailbox's workers), so the hand-over buys nothing, and waking a thread, with the two changes of
 * the socket's interest that go with it, costs as much processor time as all the rest of a relayed
 * message. REST and every other WebSocket endpoint keep their pool, for they may block.
 *
 * <p>There is no setting for one endpoint alone, hence the way through the server's own request to
 * its connection. When a later Payara has no such way, frames are handled as it ships: more slowly,
 * and otherwise the same. What was done is logged once.
 */
@WebListener
public final class FrameThreads implements ServletContextListener, ServletRequestListener {
  private static final Logger LOG = System.getLogger(FrameThreads.class.getName());
  private static final String ENDPOINT = "/signal";

  private final Set<Object> transports = ConcurrentHashMap.newKeySet();
  private volatile boolean refused;
  private volatile boolean stopped;

  /**
   * The handshake is over. Only now is it known whether it led to a WebSocket: a connection that
   * goes on with HTTP must keep its pool.
   */
  @Override
  public void requestDestroyed(ServletRequestEvent event) {
    var request = (HttpServletRequest) event.getServletRequest();
    var endpoint = event.getServletContext().getContextPath() + ENDPOINT;
    if (!refused && !stopped && endpoint.equals(request.getRequestURI())) {
      take(request);
    }
  }

  /** False when frames stay as shipped, or this was no handshake that succeeded. */
  boolean take(ServletRequest request) {
    try {
      var inner = call(request, "getUnwrappedCoyoteRequest");
      if (!(boolean) call(inner, "isUpgrade")) {
        return false;
      }
      var connection = ((Request) call(inner, "getCoyoteRequest")).getContext().getConnection();
      FrameStrategy.take(connection);
      if (transports.add(connection.getTransport())) {
        LOG.log(Level.INFO, "Frames of {0} are handled where they are read", ENDPOINT);
      }
      return true;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      refused = true;
      LOG.log(
          Level.WARNING,
          "Frames of {0} pass through the server''s pool, which is slower: {1}",
          ENDPOINT,
          e.toString());
      return false;
    }
  }

  private static Object call(Object target, String method) throws ReflectiveOperationException {
    return target.getClass().getMethod(method).invoke(target);
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    stopped = true;
    transports.forEach(transport -> FrameStrategy.restore((NIOTransport) transport));
    transports.clear();
  }
}
