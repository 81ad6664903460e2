package io.visavis.signaling.broker;

import io.visavis.signaling.protocol.ServerMessage;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Numbers the messages of one session to one page, and keeps the last relayed ones so that a page
 * that reconnects gets what it missed. States are not kept: a page that returns is told how things
 * stand by then. Guarded by its {@link Room}.
 */
final class MessageLog {
  private final ArrayDeque<ServerMessage.Relay> recent = new ArrayDeque<>();
  private final int keptMessages;
  private final int keptCharacters;
  private int characters;
  private long last;
  private long lastForgotten;

  /** A log that keeps so many messages, and so many characters of them, whichever is less. */
  MessageLog(int keptMessages, int keptCharacters) {
    this.keptMessages = keptMessages;
    this.keptCharacters = keptCharacters;
  }

  /** Numbers a message that need not be kept. */
  ServerMessage number(LongFunction<ServerMessage> numbered) {
    return numbered.apply(++last);
  }

  /** Numbers a message and keeps it. */
  ServerMessage.Relay append(LongFunction<ServerMessage.Relay> numbered) {
    var message = numbered.apply(++last);
    recent.addLast(message);
    characters += message.message().length();
    while (recent.size() > keptMessages || characters > keptCharacters) {
      forgetOldest();
    }
    return message;
  }

  private void forgetOldest() {
    var oldest = recent.removeFirst();
    characters -= oldest.message().length();
    lastForgotten = oldest.seq();
  }

  /**
   * Everything relayed after {@code seq}; empty when part of it is not kept any more, or the number
   * is none of this log: then what was under way is lost.
   */
  Optional<List<ServerMessage.Relay>> after(long seq) {
    if (seq > last || seq < lastForgotten) {
      return Optional.empty();
    }
    return Optional.of(recent.stream().filter(message -> message.seq() > seq).toList());
  }
}
