package io.visavis.signaling.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailboxTest {
  private final HandWorkers workers = new HandWorkers();
  private final List<Integer> done = new ArrayList<>();

  @Test
  void lineHasAnEndButTheLastWordAlwaysGoesIn() {
    workers.paused = true;
    var mailbox = new Mailbox(workers, 2);

    assertThat(mailbox.post(() -> done.add(1))).isTrue();
    assertThat(mailbox.post(() -> done.add(2))).isTrue();
    assertThat(mailbox.post(() -> done.add(3))).isFalse();
    assertThat(mailbox.postLast(() -> done.add(4))).isTrue();
    workers.goOn();

    assertThat(done).containsExactly(1, 2, 4);
  }

  @Test
  void refusedWorkIsNotDoneLater() {
    var mailbox = new Mailbox(workers, 2);
    workers.overloaded = true;
    assertThat(mailbox.post(() -> done.add(1))).isFalse();
    workers.overloaded = false;

    mailbox.post(() -> done.add(2));

    assertThat(done).containsExactly(2);
  }

  @Test
  void onePieceAtATimeInOrderWhoeverWorks() throws InterruptedException {
    var pool = Executors.newFixedThreadPool(4);
    var mailbox = new Mailbox(pool, 10_000);
    var atOnce = new AtomicInteger();
    var most = new AtomicInteger();
    IntStream.range(0, 10_000)
        .forEach(
            i ->
                mailbox.post(
                    () -> {
                      most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                      done.add(i);
                      atOnce.decrementAndGet();
                    }));
    pool.shutdown();

    assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(most).hasValue(1);
    assertThat(done).isSorted().hasSize(10_000);
  }
}
