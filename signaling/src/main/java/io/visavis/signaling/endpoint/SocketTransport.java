package io.visavis.signaling.endpoint;

import static java.lang.System.Logger.Level.DEBUG;

import io.visavis.signaling.connection.Transport;
import io.visavis.signaling.protocol.CloseCode;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.function.Consumer;

/** Writes to a Jakarta WebSocket session. */
final class SocketTransport implements Transport {
  private final Session session;

  SocketTransport(Session session) {
    this.session = session;
  }

  @Override
  public void send(String text, Consumer<Throwable> done) {
    try {
      session
          .getAsyncRemote()
          .sendText(text, result -> done.accept(result.isOK() ? null : result.getException()));
    } catch (RuntimeException e) {
      done.accept(e);
    }
  }

  @Override
  public void close(CloseCode code) {
    try {
      session.close(new CloseReason(CloseCodes.getCloseCode(code.code()), code.word()));
    } catch (IOException | RuntimeException e) {
      System.getLogger(SocketTransport.class.getName()).log(DEBUG, "close failed", e);
    }
  }
}
