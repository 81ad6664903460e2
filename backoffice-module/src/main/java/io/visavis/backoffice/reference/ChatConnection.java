package io.visavis.backoffice.reference;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** One chat socket: who is there, what waits to be sent, when it was last heard of. */
final class ChatConnection {
  private static final AtomicLong IDS = new AtomicLong();
  private static final int BURST = 60;
  private static final double PER_SECOND = 4;

  private final long id = IDS.incrementAndGet();
  private final ChatHandshakeFacts facts;
  private final ChatWire wire;
  private final Outbox outbox;
  private final RateLimit rate;
  private final Clock clock;
  private final Instant openedAt;
  private volatile Instant heardAt;
  private volatile Instant pingedAt;
  private volatile ChatParty party;
  private volatile String typingTo;
  private volatile Instant closingSince;
  private List<String> held;

  ChatConnection(ChatHandshakeFacts facts, ChatWire wire, Clock clock) {
    this.facts = facts;
    this.wire = wire;
    this.clock = clock;
    this.outbox = new Outbox(wire, clock);
    this.rate = new RateLimit(BURST, PER_SECOND, clock);
    this.openedAt = clock.instant();
    this.heardAt = openedAt;
    this.pingedAt = openedAt;
  }

  long id() {
    return id;
  }

  ChatHandshakeFacts facts() {
    return facts;
  }

  Optional<ChatParty> party() {
    return Optional.ofNullable(party);
  }

  void introduce(ChatParty who) {
    party = who;
  }

  /** Whether one more message may be taken in. */
  boolean mayWrite() {
    return rate.take();
  }

  /** The visitor to whom this side is typing; null when it is not. */
  String typingTo() {
    return typingTo;
  }

  void typingTo(String visitorId) {
    typingTo = visitorId;
  }

  /** Sends, or closes a socket that has too much unread already. */
  void send(String text) {
    synchronized (this) {
      if (held != null) {
        held.add(text);
        return;
      }
    }
    if (!outbox.offer(text)) {
      close(ChatClose.TOO_SLOW);
    }
  }

  /** Keeps back what is sent, until {@link #welcome}, so that news never overtake the greeting. */
  synchronized void hold() {
    held = new ArrayList<>();
  }

  /** Sends the greeting and then what was held back. */
  synchronized void welcome(String greeting) {
    List<String> news = held == null ? List.of() : held;
    held = null;
    send(greeting);
    news.forEach(this::send);
  }

  void heard() {
    heardAt = clock.instant();
  }

  void pinged() {
    pingedAt = clock.instant();
  }

  Instant openedAt() {
    return openedAt;
  }

  Instant heardAt() {
    return heardAt;
  }

  Instant pingedAt() {
    return pingedAt;
  }

  Optional<Instant> oldestUnsent() {
    return outbox.oldestUnsent();
  }

  /**
   * Hangs up; what still waits to be sent is dropped. A client that does not read may keep the
   * transport open for as long as it likes, hence {@link #closingSince}.
   */
  void close(ChatClose why) {
    synchronized (this) {
      if (closingSince != null) {
        return;
      }
      closingSince = clock.instant();
    }
    outbox.shut();
    wire.close(why);
  }

  /** When this side hung up; empty while it has not. */
  Optional<Instant> closingSince() {
    return Optional.ofNullable(closingSince);
  }
}
