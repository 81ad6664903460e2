package io.visavis.backoffice.reference;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The messages that wait to be sent on one socket, and the one writer that sends them. The
 * container's own queue has no bound, so one message at a time is given to it.
 */
final class Outbox {
  static final int MAX_MESSAGES = 256;
  static final int MAX_CHARS = 512 * 1024;

  private record Waiting(String text, Instant since) {}

  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final ChatWire wire;
  private final Clock clock;
  private int chars;
  private Waiting sending;
  private boolean pumping;
  private boolean broken;

  Outbox(ChatWire wire, Clock clock) {
    this.wire = wire;
    this.clock = clock;
  }

  /** Queues a message; false when there is no room, or nothing is taken any more. */
  boolean offer(String text) {
    synchronized (this) {
      if (broken || waiting.size() >= MAX_MESSAGES || chars + text.length() > MAX_CHARS) {
        return false;
      }
      waiting.add(new Waiting(text, clock.instant()));
      chars += text.length();
    }
    pump();
    return true;
  }

  /** Drops what waits and takes nothing more. */
  synchronized void shut() {
    broken = true;
    waiting.clear();
    chars = 0;
  }

  /** Since when the oldest unsent message waits. */
  synchronized Optional<Instant> oldestUnsent() {
    Waiting oldest = sending == null ? waiting.peek() : sending;
    return Optional.ofNullable(oldest).map(Waiting::since);
  }

  /** Sends until the transport keeps a message; a loop, as it may finish within the call. */
  private void pump() {
    while (true) {
      String next;
      synchronized (this) {
        if (pumping || sending != null || waiting.isEmpty() || broken) {
          return;
        }
        pumping = true;
        sending = waiting.remove();
        chars -= sending.text().length();
        next = sending.text();
      }
      wire.send(next, this::sent);
      synchronized (this) {
        pumping = false;
      }
    }
  }

  private void sent(Throwable failure) {
    synchronized (this) {
      sending = null;
      broken |= failure != null;
    }
    pump();
  }
}
