package io.visavis.signaling.endpoint;

import static java.lang.System.Logger.Level.DEBUG;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.visavis.signaling.connection.Transport;
import io.visavis.signaling.container.TyrusWriter;
import io.visavis.signaling.protocol.CloseCode;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes to a Jakarta WebSocket session. */
final class SocketTransport implements Transport {
  private final Session session;
  private final Optional<TyrusWriter> writer;

  SocketTransport(Session session) {
    this.session = session;
    this.writer = TyrusWriter.of(session);
  }

  @Override
  public void send(byte[] utf8, Consumer<Throwable> done) {
    try {
      if (writer.isPresent()) {
        writer.get().send(utf8, done);
      } else {
        var text = new String(utf8, UTF_8);
        session
            .getAsyncRemote()
            .sendText(text, result -> done.accept(result.isOK() ? null : result.getException()));
      }
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
