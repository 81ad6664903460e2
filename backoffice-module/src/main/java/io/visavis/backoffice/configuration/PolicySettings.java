package io.visavis.backoffice.configuration;

/**
 * How often accounts decide about their shares.
 *
 * @param versionsPerHour versions of its policy that an account may add within any hour
 */
public record PolicySettings(int versionsPerHour) {
  private static final int MOST = 10_000;

  static PolicySettings read(Values values) {
    return new PolicySettings(values.integer("visavis.policy.versions-per-hour", 1, MOST));
  }
}
