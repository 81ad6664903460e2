package io.visavis.signaling.endpoint;

import static java.lang.System.Logger.Level.DEBUG;

import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.nio.ByteBuffer;

/**
 * The edge to Jakarta WebSocket. The container makes one instance per connection, whatever its
 * scope, so all that lasts is in the {@link Gateway}.
 */
@ServerEndpoint(value = "/signal", configurator = Handshake.class)
public class SignalingEndpoint {
  /** The container's own bound, per frame and per message; the configured limit may be lower. */
  static final int MAXIMUM_MESSAGE_BYTES = 65_536;

  @Inject Gateway gateway;
  private Conversation conversation;

  @OnOpen
  public void open(Session session, EndpointConfig config) {
    // Keep-alive is ours: the container restarts its idle timer with every send (tyrus#637).
    session.setMaxIdleTimeout(0);
    conversation = gateway.open(new SocketTransport(session), Handshake.origin(config));
  }

  @OnMessage(maxMessageSize = MAXIMUM_MESSAGE_BYTES)
  public void text(String message) {
    conversation.received(message);
  }

  @OnMessage(maxMessageSize = MAXIMUM_MESSAGE_BYTES)
  public void binary(ByteBuffer message) {
    conversation.receivedBinary();
  }

  @OnClose
  public void close(CloseReason reason) {
    if (conversation != null) {
      gateway.closed(conversation, reason.getCloseCode().getCode());
    }
  }

  /** The close that follows says what there is to say. */
  @OnError
  public void error(Throwable cause) {
    System.getLogger(SignalingEndpoint.class.getName()).log(DEBUG, "socket failed", cause);
  }
}
