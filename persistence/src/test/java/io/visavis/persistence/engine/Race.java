package io.visavis.persistence.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several callers that start at the same moment. */
public final class Race {
  private Race() {}

  /** What {@code runners} callers of the same work got, in no particular order. */
  public static <T> List<T> of(int runners, Callable<T> work) throws Exception {
    var threads = Executors.newFixedThreadPool(runners);
    try {
      var line = new CyclicBarrier(runners);
      var started = new ArrayList<Future<T>>();
      for (int i = 0; i < runners; i++) {
        started.add(
            threads.submit(
                () -> {
                  line.await();
                  return work.call();
                }));
      }
      var results = new ArrayList<T>();
      for (var result : started) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
