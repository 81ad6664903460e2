package io.visavis.signaling.connection;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The messages that wait to be written to one client: bounded in number and bytes, written in the
 * order of {@link #offer}, one at a time.
 *
 * <p>The container's own queue has no bound (one client that never reads fills the heap), so a
 * message is handed to it only once the one before is written. Safe for use by many threads; no
 * lock is held while the sender or a callback runs.
 */
public final class OutgoingQueue {
  /** What became of an offered message. */
  public enum Offer {
    /** It is written, or waits for its turn. */
    TAKEN,
    /** No room: the client reads too slowly. Nothing is taken any more. */
    OVERFLOWED,
    /** The queue was closed before. */
    CLOSED
  }

  private record Waiting(byte[] text, long since) {}

  private enum Flight {
    STARTING,
    AWAITED,
    LANDED
  }

  private final Sender sender;
  private final int maxMessages;
  private final int maxBytes;
  private final LongSupplier nanoTime;
  private final Consumer<Throwable> onFailure;

  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private int bytes;
  private boolean writing;
  private boolean closed;
  private Runnable onDrained;

  /**
   * An empty queue.
   *
   * @param nanoTime a monotonic clock in nanoseconds
   * @param onFailure told when a write fails; the queue is then closed and empty
   */
  public OutgoingQueue(
      Sender sender,
      int maxMessages,
      int maxBytes,
      LongSupplier nanoTime,
      Consumer<Throwable> onFailure) {
    this.sender = sender;
    this.maxMessages = maxMessages;
    this.maxBytes = maxBytes;
    this.nanoTime = nanoTime;
    this.onFailure = onFailure;
  }

  /**
   * Takes a message, a text in UTF-8, to be written after all those before it. Never blocks on the
   * client.
   */
  public Offer offer(byte[] text) {
    synchronized (this) {
      if (closed) {
        return Offer.CLOSED;
      }
      if (waiting.size() >= maxMessages || bytes + text.length > maxBytes) {
        closed = true;
        return Offer.OVERFLOWED;
      }
      waiting.add(new Waiting(text, nanoTime.getAsLong()));
      bytes += text.length;
      if (writing) {
        return Offer.TAKEN;
      }
      writing = true;
    }
    writeAll();
    return Offer.TAKEN;
  }

  /**
   * Takes nothing more and calls {@code then} once all that waits is written; at once, in this
   * thread, when nothing waits.
   */
  public void closeWhenDrained(Runnable then) {
    synchronized (this) {
      closed = true;
      if (writing) {
        onDrained = then;
        return;
      }
    }
    then.run();
  }

  /** Takes nothing more and forgets what waits; a write under way is left to its fate. */
  public synchronized void discard() {
    closed = true;
    onDrained = null;
    waiting.clear();
    bytes = 0;
  }

  /** How long the oldest message has waited that is not written yet; empty when all are. */
  public synchronized Optional<Duration> oldestUnsent() {
    Waiting oldest = waiting.peek();
    return oldest == null
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(nanoTime.getAsLong() - oldest.since()));
  }

  /** How many messages wait, the one being written included. */
  public synchronized int size() {
    return waiting.size();
  }

  /** Runs in the one thread that set {@link #writing}, until nothing waits or a write is slow. */
  private void writeAll() {
    Waiting next = peek();
    while (next != null && write(next)) {
      next = peek();
    }
  }

  /** The next message; when there is none, the writer's turn is over. */
  private Waiting peek() {
    Runnable drained;
    synchronized (this) {
      Waiting next = waiting.peek();
      if (next != null) {
        return next;
      }
      writing = false;
      drained = onDrained;
      onDrained = null;
    }
    if (drained != null) {
      drained.run();
    }
    return null;
  }

  /**
   * Starts one write. True when it was done before the sender returned, so that a chain of quick
   * writes is a loop and not a recursion; else its end goes on with {@link #writeAll()}.
   */
  private boolean write(Waiting next) {
    AtomicReference<Flight> flight = new AtomicReference<>(Flight.STARTING);
    try {
      sender.send(next.text(), problem -> landed(next, flight, problem));
    } catch (RuntimeException e) {
      landed(next, flight, e);
    }
    return !flight.compareAndSet(Flight.STARTING, Flight.AWAITED);
  }

  private void landed(Waiting written, AtomicReference<Flight> flight, Throwable problem) {
    // Forgotten before it has landed: from then on the thread that sent it may look for the next
    // one, and would find this one again.
    forget(written);
    if (problem != null && flight.get() != Flight.LANDED) {
      discard();
    }
    Flight before = flight.getAndSet(Flight.LANDED);
    if (before == Flight.LANDED) {
      return;
    }
    if (problem != null) {
      onFailure.accept(problem);
    }
    if (before == Flight.AWAITED) {
      writeAll();
    }
  }

  private synchronized void forget(Waiting written) {
    if (waiting.peek() == written) {
      waiting.remove();
      bytes -= written.text().length;
    }
  }
}
