package io.visavis.backoffice.reference;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** A chat connection's transport: a Jakarta WebSocket session. */
final class ChatSocket implements ChatWire {
  private static final Logger LOG = System.getLogger(ChatSocket.class.getName());

  private final Session session;

  ChatSocket(Session session) {
    this.session = session;
  }

  @Override
  public void send(String text, Consumer<Throwable> done) {
    try {
      session
          .getAsyncRemote()
          .sendText(text, result -> done.accept(result.isOK() ? null : result.getException()));
    } catch (RuntimeException closedMeanwhile) {
      done.accept(closedMeanwhile);
    }
  }

  @Override
  public void close(ChatClose why) {
    try {
      session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(why.code()), why.reason()));
    } catch (IOException | IllegalStateException closedMeanwhile) {
      LOG.log(Level.DEBUG, "a chat socket was closed already", closedMeanwhile);
    }
  }
}
