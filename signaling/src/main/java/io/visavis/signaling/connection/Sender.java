package io.visavis.signaling.connection;

import java.util.function.Consumer;

/** Writes one message at a time to the other end, without blocking. */
@FunctionalInterface
public interface Sender {

  /**
   * Starts to write a text, in UTF-8, and returns at once. {@code done} is called exactly once, in
   * this call or later and in any thread: with {@code null} when the text was written, else with
   * what went wrong. The next call comes only after that.
   */
  void send(byte[] utf8, Consumer<Throwable> done);
}
