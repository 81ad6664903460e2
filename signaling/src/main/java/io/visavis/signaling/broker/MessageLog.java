package io.visavis.signaling.broker;

import io.visavis.signaling.protocol.ServerMessage;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The numbered messages of one session to one page, the last of them kept so that a page that
 * reconnects gets what it missed. Guarded by its {@link Room}.
 */
final class MessageLog {
  private final ArrayDeque<Entry> recent = new ArrayDeque<>();
  private final int kept;
  private long last;

  private record Entry(long seq, ServerMessage message) {}

  MessageLog(int kept) {
    this.kept = kept;
  }

  /** Numbers a message and keeps it. */
  ServerMessage append(LongFunction<ServerMessage> numbered) {
    var message = numbered.apply(++last);
    recent.addLast(new Entry(last, message));
    if (recent.size() > kept) {
      recent.removeFirst();
    }
    return message;
  }

  /**
   * Everything after {@code seq}; empty when part of it is not kept any more: then send it whole.
   */
  Optional<List<ServerMessage>> after(long seq) {
    if (seq > last || (seq < last && (recent.isEmpty() || recent.peekFirst().seq() > seq + 1))) {
      return Optional.empty();
    }
    return Optional.of(
        recent.stream().filter(entry -> entry.seq() > seq).map(Entry::message).toList());
  }
}
