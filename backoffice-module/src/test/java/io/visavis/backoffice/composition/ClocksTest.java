package io.visavis.backoffice.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClocksTest {
  private final Clocks clocks = new Clocks(Executors.defaultThreadFactory());

  @AfterEach
  void stopped() {
    clocks.stop();
  }

  private static void hang(CountDownLatch begun) {
    begun.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void keepAliveGoesOnWhileAllThatAsksTheDatabaseHangs() throws InterruptedException {
    var hanging = new CountDownLatch(12);
    var ticks = new CountDownLatch(3);
    for (int n = 0; n < 12; n++) {
      clocks.every(1, "look-up", () -> hang(hanging));
    }
    assertThat(hanging.await(10, TimeUnit.SECONDS)).isTrue();
    clocks.every(1, "tick", ticks::countDown);
    assertThat(ticks.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void workThatFailsIsTriedAgain() throws InterruptedException {
    var tries = new CountDownLatch(3);
    clocks.every(
        1,
        "work of this test",
        () -> {
          tries.countDown();
          throw new AssertionError("fails each time");
        });
    assertThat(tries.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whatRunsIsInterruptedAtTheEnd() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    clocks.every(
        1,
        "look-up",
        () -> {
          hang(begun);
          over.countDown();
        });
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    clocks.stop();
    assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
  }
}
