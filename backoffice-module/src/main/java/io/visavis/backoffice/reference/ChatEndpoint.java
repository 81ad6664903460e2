package io.visavis.backoffice.reference;

import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;

/**
 * The WebSocket of the reference host's chat. The container makes one instance per connection;
 * whatever takes time is handed over to a worker.
 */
@ServerEndpoint(value = "/reference/chat", configurator = ChatHandshake.class)
public class ChatEndpoint {
  private static final Logger LOG = System.getLogger(ChatEndpoint.class.getName());
  private static final int INBOX = 64;

  private final ChatDesk desk;
  private final ChatWorkers workers;
  private ChatConnection connection;
  private SerialTasks inbox;

  /** For the container's proxy. */
  protected ChatEndpoint() {
    this(null, null);
  }

  @Inject
  ChatEndpoint(ChatDesk desk, ChatWorkers workers) {
    this.desk = desk;
    this.workers = workers;
  }

  @OnOpen
  public void open(Session session) {
    connect(session);
  }

  /** A message may be there before the container has said that the socket is open. */
  private synchronized void connect(Session session) {
    if (connection == null) {
      ChatHandshakeFacts facts = ChatHandshake.facts(session.getUserProperties());
      connection = new ChatConnection(facts, new ChatSocket(session), Clock.systemUTC());
      inbox = new SerialTasks(workers.executor(), INBOX);
      desk.opened(connection);
    }
  }

  @OnMessage(maxMessageSize = ChatInputReader.MAX_BYTES)
  public void message(String text, Session session) {
    try {
      connect(session);
      connection.heard();
      if (!inbox.offer(() -> desk.received(connection, text))) {
        connection.close(ChatClose.FLOOD);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "a chat message could not be taken in", e);
      connection.close(ChatClose.INTERNAL);
    }
  }

  @OnMessage(maxMessageSize = ChatInputReader.MAX_BYTES)
  public void message(byte[] binary, Session session) {
    connect(session);
    connection.close(ChatClose.TEXT_ONLY);
  }

  @OnClose
  public synchronized void close(CloseReason reason) {
    if (connection != null) {
      inbox.add(() -> desk.closed(connection));
    }
  }

  /** Broken sockets are everyday; the close that follows tidies up. */
  @OnError
  public void error(Throwable failure) {
    LOG.log(Level.DEBUG, "a chat socket failed", failure);
  }
}
