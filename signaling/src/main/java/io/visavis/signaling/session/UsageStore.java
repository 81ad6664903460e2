package io.visavis.signaling.session;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the requests of a span of days came to. A request belongs to the day it was made on, in UTC,
 * with all that followed from it later.
 */
public interface UsageStore {

  /**
   * Usage from the first to the last day, both included; of one account, or of all. Days and
   * accounts without a request are left out.
   */
  Usage read(LocalDate first, LocalDate last, Optional<String> accountId);

  /**
   * The whole answer.
   *
   * @param days by day, then account
   * @param endings how those requests ended, where they have
   * @param firstFrame empty when no picture was shown
   */
  record Usage(List<AccountDay> days, List<Ending> endings, Optional<FirstFrame> firstFrame) {
    public Usage {
      days = List.copyOf(days);
      endings = List.copyOf(endings);
    }
  }

  /**
   * One account's requests of one day.
   *
   * @param accepted how many the visitor said yes to
   * @param live how many came to a live share
   * @param sharedSeconds how long those shares were live, pauses included, without what is still
   *     under way
   */
  record AccountDay(
      LocalDate day,
      String accountId,
      long requested,
      long accepted,
      long live,
      long sharedSeconds) {}

  /** How often an account's requests of a day ended for a reason. */
  record Ending(LocalDate day, String accountId, EndReason reason, long count) {}

  /** Milliseconds from live to the first frame that the agent saw. */
  record FirstFrame(long median, long p95) {}
}
