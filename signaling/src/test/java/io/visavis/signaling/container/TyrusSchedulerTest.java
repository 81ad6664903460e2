package io.visavis.signaling.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TyrusSchedulerTest {
  /** As the container of Tyrus has it: a private final field of a superclass. */
  private static class Base {
    private final ScheduledExecutorService managedScheduledExecutorService;

    Base(ScheduledExecutorService shipped) {
      this.managedScheduledExecutorService = shipped;
    }

    ScheduledExecutorService scheduler() {
      return managedScheduledExecutorService;
    }
  }

  private static final class Container extends Base {
    Container(ScheduledExecutorService shipped) {
      super(shipped);
    }
  }

  private static final class OtherContainer {}

  private final TyrusScheduler mend = new TyrusScheduler();

  @Test
  void theContainersTimerIsReplacedAndGivenBack() {
    ScheduledExecutorService shipped = Executors.newSingleThreadScheduledExecutor();
    Container container = new Container(shipped);
    assertThat(mend.replaceIn(container)).isTrue();
    ScheduledExecutorService plain = container.scheduler();
    assertThat(plain).isInstanceOf(FrameTimer.class);
    mend.contextDestroyed(null);
    assertThat(container.scheduler()).isSameAs(shipped);
    assertThat(plain.isShutdown()).isTrue();
    shipped.shutdownNow();
  }

  @Test
  void aContainerWithoutTheFieldStaysAsItIs() {
    assertThat(mend.replaceIn(new OtherContainer())).isFalse();
    mend.contextDestroyed(null);
  }

  @Test
  void aServerWithoutWebSocketsIsLeftAlone() {
    assertThat(mend.replaceIn(null)).isFalse();
  }

  @Test
  void theFrameTimerSkipsTasksWithoutDelayAndRunsTheOthers() throws InterruptedException {
    FrameTimer timer = new FrameTimer();
    AtomicInteger skippedRuns = new AtomicInteger();
    Runnable forbidden = skippedRuns::incrementAndGet;
    ScheduledFuture<?> skipped = timer.schedule(forbidden, 0, TimeUnit.MILLISECONDS);
    assertThat(skipped.isDone()).isTrue();
    CountDownLatch later = new CountDownLatch(1);
    timer.schedule(later::countDown, 1, TimeUnit.MILLISECONDS);
    assertThat(later.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(skippedRuns).hasValue(0);
    timer.shutdownNow();
  }

  @Test
  void theFrameTimerForgetsCancelledTasks() {
    FrameTimer timer = new FrameTimer();
    for (int i = 0; i < 1000; i++) {
      timer.schedule(() -> {}, 1, TimeUnit.HOURS).cancel(false);
    }
    assertThat(timer.getQueue()).isEmpty();
    timer.shutdownNow();
  }
}
