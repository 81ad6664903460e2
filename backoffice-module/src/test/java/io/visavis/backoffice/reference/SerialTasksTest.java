package io.visavis.backoffice.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SerialTasksTest {
  private final ExecutorService threads = Executors.newFixedThreadPool(4);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void tasksRunOneAfterTheOtherInOrder() throws InterruptedException {
    SerialTasks tasks = new SerialTasks(threads, 1_000);
    List<Integer> done = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch all = new CountDownLatch(500);
    for (int i = 0; i < 500; i++) {
      int number = i;
      tasks.offer(
          () -> {
            done.add(number);
            all.countDown();
          });
    }
    assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(done).containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
  }

  @Test
  void aTaskThatFailsDoesNotStopTheNext() throws InterruptedException {
    SerialTasks tasks = new SerialTasks(threads, 10);
    CountDownLatch next = new CountDownLatch(1);
    tasks.offer(
        () -> {
          throw new IllegalStateException("on purpose");
        });
    tasks.offer(next::countDown);
    assertThat(next.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void tooManyWaitingTasksAreRefusedButTheLastOneIsNot() {
    List<Runnable> held = new ArrayList<>();
    SerialTasks tasks = new SerialTasks(held::add, 2);
    List<String> done = new ArrayList<>();
    assertThat(tasks.offer(() -> done.add("one"))).isTrue();
    assertThat(tasks.offer(() -> done.add("two"))).isTrue();
    assertThat(tasks.offer(() -> done.add("three"))).isFalse();
    tasks.add(() -> done.add("last"));
    held.forEach(Runnable::run);
    assertThat(done).containsExactly("one", "two", "last");
  }
}
