package io.visavis.signaling.connection;

import static io.visavis.signaling.connection.FakeTransport.utf8;
import static io.visavis.signaling.connection.OutgoingQueue.Offer.CLOSED;
import static io.visavis.signaling.connection.OutgoingQueue.Offer.OVERFLOWED;
import static io.visavis.signaling.connection.OutgoingQueue.Offer.TAKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OutgoingQueueTest {
  private static final int ROOMY = 1_000_000;

  private final HandClock clock = new HandClock();
  private final List<Throwable> failures = new ArrayList<>();

  private OutgoingQueue queue(Sender sender, int messages, int bytes) {
    return new OutgoingQueue(sender, messages, bytes, clock, failures::add);
  }

  @Test
  void messagesAreWrittenInTheOrderOfTheirOffer() {
    FakeTransport socket = FakeTransport.quick();
    OutgoingQueue queue = queue(socket, 10, ROOMY);
    queue.offer(utf8("a"));
    queue.offer(utf8("b"));
    queue.offer(utf8("c"));
    assertThat(socket.sent).containsExactly("a", "b", "c");
    assertThat(queue.size()).isZero();
  }

  @Test
  void theNextWriteStartsOnlyWhenTheOneBeforeHasEnded() {
    FakeTransport socket = FakeTransport.slow();
    OutgoingQueue queue = queue(socket, 10, ROOMY);
    queue.offer(utf8("a"));
    queue.offer(utf8("b"));
    assertThat(socket.sent).containsExactly("a");
    socket.land(null);
    assertThat(socket.sent).containsExactly("a", "b");
    assertThat(socket.underWay()).isOne();
  }

  @Test
  void tooManyMessagesOverflow() {
    OutgoingQueue queue = queue(FakeTransport.slow(), 2, ROOMY);
    assertThat(queue.offer(utf8("a"))).isEqualTo(TAKEN);
    assertThat(queue.offer(utf8("b"))).isEqualTo(TAKEN);
    assertThat(queue.offer(utf8("c"))).isEqualTo(OVERFLOWED);
    assertThat(queue.offer(utf8("d"))).isEqualTo(CLOSED);
  }

  @Test
  void tooManyBytesOverflow() {
    OutgoingQueue queue = queue(FakeTransport.slow(), 10, 8);
    assertThat(queue.offer(utf8("é€"))).isEqualTo(TAKEN);
    assertThat(queue.offer(utf8("abc"))).isEqualTo(TAKEN);
    assertThat(queue.offer(utf8("d"))).isEqualTo(OVERFLOWED);
  }

  @Test
  void roomComesBackWithEveryWrite() {
    FakeTransport socket = FakeTransport.quick();
    OutgoingQueue queue = queue(socket, 1, 8);
    for (int i = 0; i < 100; i++) {
      assertThat(queue.offer(utf8("12345678"))).isEqualTo(TAKEN);
    }
    assertThat(socket.sent).hasSize(100);
  }

  @Test
  void theOldestUnsentMessageAgesUntilItIsWritten() {
    FakeTransport socket = FakeTransport.slow();
    OutgoingQueue queue = queue(socket, 10, ROOMY);
    assertThat(queue.oldestUnsent()).isEmpty();
    queue.offer(utf8("a"));
    clock.advance(Duration.ofSeconds(2));
    queue.offer(utf8("b"));
    clock.advance(Duration.ofSeconds(4));
    assertThat(queue.oldestUnsent()).contains(Duration.ofSeconds(6));
    socket.land(null);
    assertThat(queue.oldestUnsent()).contains(Duration.ofSeconds(4));
    socket.land(null);
    assertThat(queue.oldestUnsent()).isEmpty();
  }

  @Test
  void aFailedWriteIsReportedOnceAndNothingIsWrittenAfterIt() {
    FakeTransport socket = FakeTransport.slow();
    OutgoingQueue queue = queue(socket, 10, ROOMY);
    queue.offer(utf8("a"));
    queue.offer(utf8("b"));
    IOException problem = new IOException("reset");
    socket.land(problem);
    assertThat(failures).containsExactly(problem);
    assertThat(socket.sent).containsExactly("a");
    assertThat(queue.offer(utf8("c"))).isEqualTo(CLOSED);
  }

  @Test
  void aSenderThatThrowsCountsAsAFailedWrite() {
    RuntimeException problem = new IllegalStateException("closed");
    OutgoingQueue queue =
        queue(
            (text, done) -> {
              throw problem;
            },
            10,
            ROOMY);
    queue.offer(utf8("a"));
    assertThat(failures).containsExactly(problem);
    assertThat(queue.size()).isZero();
  }

  @Test
  void aWriteThatEndsTwiceCountsOnce() {
    List<Consumer<Throwable>> ends = new ArrayList<>();
    OutgoingQueue queue = queue((text, done) -> ends.add(done), 10, ROOMY);
    queue.offer(utf8("a"));
    queue.offer(utf8("b"));
    queue.offer(utf8("c"));
    ends.get(0).accept(null);
    ends.get(0).accept(null);
    assertThat(ends).hasSize(2);
    assertThat(queue.size()).isEqualTo(2);
  }

  @Test
  void closingWaitsUntilEverythingIsWritten() {
    FakeTransport socket = FakeTransport.slow();
    OutgoingQueue queue = queue(socket, 10, ROOMY);
    List<String> said = new ArrayList<>();
    queue.offer(utf8("a"));
    queue.offer(utf8("b"));
    queue.closeWhenDrained(() -> said.add("drained"));
    assertThat(queue.offer(utf8("c"))).isEqualTo(CLOSED);
    socket.land(null);
    assertThat(said).isEmpty();
    socket.land(null);
    assertThat(said).containsExactly("drained");
  }

  @Test
  void anIdleQueueClosesAtOnce() {
    List<String> said = new ArrayList<>();
    queue(FakeTransport.quick(), 10, ROOMY).closeWhenDrained(() -> said.add("drained"));
    assertThat(said).containsExactly("drained");
  }

  @Test
  void quickWritesDoNotGrowTheStack() {
    AtomicInteger written = new AtomicInteger();
    List<Consumer<Throwable>> first = new ArrayList<>();
    Sender sender =
        (text, done) -> {
          written.incrementAndGet();
          if (first.isEmpty()) {
            first.add(done);
          } else {
            done.accept(null);
          }
        };
    OutgoingQueue queue = queue(sender, ROOMY, ROOMY);
    for (int i = 0; i < 100_000; i++) {
      queue.offer(utf8("x"));
    }
    first.get(0).accept(null);
    assertThat(written).hasValue(100_000);
  }

  /** A write may end in another thread at the very moment in which the sender returns. */
  @Test
  void aWriteThatEndsWhileTheSenderReturnsIsNotDoneTwice() throws InterruptedException {
    int messages = 50_000;
    AtomicInteger written = new AtomicInteger();
    AtomicReference<Consumer<Throwable>> flying = new AtomicReference<>();
    AtomicBoolean over = new AtomicBoolean();
    Runnable lands =
        () -> {
          while (!over.get()) {
            Consumer<Throwable> done = flying.getAndSet(null);
            if (done != null) {
              done.accept(null);
            }
          }
        };
    // Two: the one that lands a write goes on with the next, which the other then lands.
    List<Thread> wire = List.of(new Thread(lands), new Thread(lands));
    Sender sender =
        (text, done) -> {
          written.incrementAndGet();
          flying.set(done);
          while (flying.get() == done && !over.get()) {
            Thread.onSpinWait();
          }
        };
    OutgoingQueue queue =
        new OutgoingQueue(sender, messages, ROOMY, System::nanoTime, failures::add);
    CountDownLatch drained = new CountDownLatch(1);
    wire.forEach(Thread::start);
    for (int i = 0; i < messages; i++) {
      queue.offer(utf8("x"));
    }
    queue.closeWhenDrained(drained::countDown);
    boolean all = drained.await(30, TimeUnit.SECONDS);
    over.set(true);
    for (Thread thread : wire) {
      thread.join();
    }
    assertThat(all).isTrue();
    assertThat(written).hasValue(messages);
  }

  @Test
  void manyThreadsShareOneWriter() throws InterruptedException {
    int threads = 8;
    int each = 500;
    AtomicInteger writers = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ConcurrentLinkedQueue<String> written = new ConcurrentLinkedQueue<>();
    CountDownLatch all = new CountDownLatch(threads * each);
    ExecutorService wire = Executors.newFixedThreadPool(2);
    ExecutorService offering = Executors.newFixedThreadPool(threads);
    Sender sender =
        (text, done) -> {
          most.accumulateAndGet(writers.incrementAndGet(), Math::max);
          wire.execute(
              () -> {
                written.add(new String(text, UTF_8));
                writers.decrementAndGet();
                done.accept(null);
                all.countDown();
              });
        };
    OutgoingQueue queue = new OutgoingQueue(sender, ROOMY, ROOMY, System::nanoTime, failures::add);
    for (int t = 0; t < threads; t++) {
      int thread = t;
      offering.execute(
          () -> {
            for (int i = 0; i < each; i++) {
              queue.offer(utf8(thread + ":" + i));
            }
          });
    }
    assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
    offering.shutdown();
    wire.shutdown();
    assertThat(most).hasValue(1);
    for (int t = 0; t < threads; t++) {
      String prefix = t + ":";
      List<String> ofThread = written.stream().filter(s -> s.startsWith(prefix)).toList();
      assertThat(ofThread).hasSize(each);
      assertThat(ofThread.get(each - 1)).isEqualTo(prefix + (each - 1));
      assertThat(ofThread)
          .isSortedAccordingTo(
              (a, b) ->
                  Integer.compare(
                      Integer.parseInt(a.substring(2)), Integer.parseInt(b.substring(2))));
    }
  }
}
