package io.visavis.signaling.broker;

import io.visavis.signaling.protocol.ClientKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The message logs of one session, one per page. Every page load of the visitor is a page of its
 * own, so only those last used are kept; a page that returns to find its log gone is told all.
 * Guarded by its {@link Room}.
 */
final class MessageLogs {
  /** More than can be connected at once by one visitor and a handful of agents. */
  static final int KEPT_LOGS = 64;

  private static final int KEPT_MESSAGES = 300;

  /**
   * An offer, its answer and all candidates several times over; the largest messages four times.
   */
  static final int KEPT_CHARACTERS = 131_072;

  private static final float LOAD = 0.75f;

  private final Map<Page, MessageLog> logs =
      new LinkedHashMap<>(16, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Page, MessageLog> eldest) {
          return size() > KEPT_LOGS;
        }
      };

  /** Client ids are the client's own choice: one kind cannot reach the log of another by one. */
  private record Page(ClientKind kind, String clientId) {}

  MessageLog of(ClientKind kind, String clientId) {
    return logs.computeIfAbsent(
        new Page(kind, clientId), page -> new MessageLog(KEPT_MESSAGES, KEPT_CHARACTERS));
  }

  Optional<MessageLog> find(ClientKind kind, String clientId) {
    return Optional.ofNullable(logs.get(new Page(kind, clientId)));
  }
}
