package io.visavis.backoffice.reference;

import java.util.function.Consumer;

/** What a chat connection needs of the transport below it. */
interface ChatWire {
  /**
   * Starts to send one message; the next one is only given after {@code done}.
   *
   * @param done called once, with the failure or null, on any thread
   */
  void send(String text, Consumer<Throwable> done);

  /** Closes; does nothing when closed already. */
  void close(ChatClose why);
}
