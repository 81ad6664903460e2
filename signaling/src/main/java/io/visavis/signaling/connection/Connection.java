package io.visavis.signaling.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.visavis.signaling.protocol.CloseCode;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * One client's connection, whoever the client is. Safe for use by many threads.
 *
 * <p>The endpoint reports every frame with {@link #received()} and the end of the socket with
 * {@link #gone()}; a timer of the owner calls {@link #check()} every second or so and sends a ping
 * when {@link #pingDue()}.
 */
public final class Connection {
  /** What is to be done with a message that came. */
  public enum Admission {
    /** Handle it. */
    ADMITTED,
    /** Answer {@code too-many-messages}. */
    REFUSED,
    /** Ignore it: the connection is closing. */
    CLOSED
  }

  private final String id;
  private final Transport transport;
  private final ConnectionLimits limits;
  private final LongSupplier nanoTime;
  private final OutgoingQueue queue;
  private final Liveness liveness;
  private final TokenBucket bucket;
  private final long openedAt;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile boolean greeted;
  private final AtomicInteger refusedInARow = new AtomicInteger();

  /**
   * An open connection that has not said hello.
   *
   * @param id unique in this node, fit for logs
   * @param nanoTime a monotonic clock in nanoseconds, such as {@code System::nanoTime}
   */
  public Connection(
      String id, Transport transport, ConnectionLimits limits, LongSupplier nanoTime) {
    this.id = id;
    this.transport = transport;
    this.limits = limits;
    this.nanoTime = nanoTime;
    this.queue =
        new OutgoingQueue(
            transport,
            limits.queueMessages(),
            limits.queueBytes(),
            nanoTime,
            problem -> abort(CloseCode.INTERNAL));
    this.liveness = new Liveness(limits.pingInterval(), limits.deadAfter(), nanoTime);
    this.bucket = new TokenBucket(limits.messageBurst(), limits.messagesPerMinute(), nanoTime);
    this.openedAt = nanoTime.getAsLong();
  }

  /** Unique in this node. */
  public String id() {
    return id;
  }

  /**
   * Sends a text, in UTF-8, after all those before it; a client that reads too slowly is closed.
   */
  public void offer(byte[] text) {
    if (queue.offer(text) == OutgoingQueue.Offer.OVERFLOWED) {
      abort(CloseCode.SLOW_CONSUMER);
    }
  }

  /** A message came: counts as a sign of life and against the rate limit. */
  public Admission received() {
    liveness.heard();
    if (closing.get()) {
      return Admission.CLOSED;
    }
    if (bucket.tryTake()) {
      refusedInARow.set(0);
      return Admission.ADMITTED;
    }
    if (refusedInARow.incrementAndGet() <= limits.messageBurst()) {
      return Admission.REFUSED;
    }
    abort(CloseCode.FLOOD);
    return Admission.CLOSED;
  }

  /** Whether a message is longer than the limit, in UTF-8 bytes. */
  public boolean tooLarge(String text) {
    int most = limits.maxMessageBytes();
    // A character takes three bytes at most: most messages need no count.
    return text.length() > most / 3 && text.getBytes(UTF_8).length > most;
  }

  /** A frame came that is no message, such as a pong of RFC 6455. */
  public void heard() {
    liveness.heard();
  }

  /** {@code hello} succeeded: its deadline no longer applies. */
  public void greeted() {
    greeted = true;
  }

  /** Whether it is time for a ping; true once per interval. */
  public boolean pingDue() {
    return open() && liveness.pingDue();
  }

  /**
   * Closes in good order: what waits is still written, then the socket closes with this code. The
   * first reason counts; a client too slow to take the rest is closed by {@link #check()}.
   */
  public void close(CloseCode code) {
    if (closing.compareAndSet(false, true)) {
      queue.closeWhenDrained(() -> closeTransport(code));
    }
  }

  /** Closes without another word: what waits is dropped. */
  private void abort(CloseCode code) {
    closing.set(true);
    queue.discard();
    closeTransport(code);
  }

  private void closeTransport(CloseCode code) {
    if (closed.compareAndSet(false, true)) {
      transport.close(code);
    }
  }

  /** The socket is gone: nothing is written any more. */
  public void gone() {
    closing.set(true);
    closed.set(true);
    queue.discard();
  }

  /** Closes the connection if it is lost, too slow, or too late to say hello. */
  public void check() {
    if (!closed.get()) {
      overdue().ifPresent(this::abort);
    }
  }

  private Optional<CloseCode> overdue() {
    if (liveness.dead()) {
      return Optional.of(CloseCode.HEARTBEAT_LOST);
    }
    boolean stuck =
        queue.oldestUnsent().filter(wait -> wait.compareTo(limits.oldestUnsent()) > 0).isPresent();
    if (stuck) {
      return Optional.of(CloseCode.SLOW_CONSUMER);
    }
    boolean late = nanoTime.getAsLong() - openedAt > limits.helloDeadline().toNanos();
    return late && !greeted ? Optional.of(CloseCode.HELLO_TIMEOUT) : Optional.empty();
  }

  /** Whether messages are still taken. */
  public boolean open() {
    return !closing.get();
  }
}
