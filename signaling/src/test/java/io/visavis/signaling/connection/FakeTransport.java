package io.visavis.signaling.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.visavis.signaling.protocol.CloseCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** A socket whose writes end when the test says so, or at once. */
final class FakeTransport implements Transport {
  final List<String> sent = new ArrayList<>();
  final List<CloseCode> closes = new ArrayList<>();
  private final Deque<Consumer<Throwable>> underWay = new ArrayDeque<>();
  private boolean quick;

  static FakeTransport quick() {
    FakeTransport transport = new FakeTransport();
    transport.quick = true;
    return transport;
  }

  static FakeTransport slow() {
    return new FakeTransport();
  }

  /** A text as it is offered. */
  static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  @Override
  public void send(byte[] utf8, Consumer<Throwable> done) {
    sent.add(new String(utf8, UTF_8));
    if (quick) {
      done.accept(null);
    } else {
      underWay.add(done);
    }
  }

  /** Ends the write under way; null: well. */
  void land(Throwable problem) {
    underWay.remove().accept(problem);
  }

  int underWay() {
    return underWay.size();
  }

  @Override
  public void close(CloseCode code) {
    closes.add(code);
  }
}
