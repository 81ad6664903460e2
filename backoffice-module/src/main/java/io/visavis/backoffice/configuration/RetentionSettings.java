package io.visavis.backoffice.configuration;

/**
 * For how long ended sessions are kept.
 *
 * @param days where the account did not choose
 */
public record RetentionSettings(int days) {
  private static final int LONGEST = 3650;

  static RetentionSettings read(Values values) {
    return new RetentionSettings(values.integer("visavis.retention.days", 1, LONGEST));
  }
}
