package io.visavis.backoffice.configuration;

import java.time.Duration;

/**
 * For how long ended sessions are kept.
 *
 * @param days where the account did not choose
 * @param interval between two looks for what is over
 * @param batch how many things are removed in one transaction
 */
public record RetentionSettings(int days, Duration interval, int batch) {
  private static final int LONGEST = 3650;
  private static final int LARGEST_BATCH = 1000;

  static RetentionSettings read(Values values) {
    return new RetentionSettings(
        values.integer("visavis.retention.days", 1, LONGEST),
        values.duration("visavis.retention.interval", Duration.ofSeconds(1), Duration.ofDays(1)),
        values.integer("visavis.retention.batch", 1, LARGEST_BATCH));
  }
}
