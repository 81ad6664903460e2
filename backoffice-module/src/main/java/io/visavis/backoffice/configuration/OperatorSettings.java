package io.visavis.backoffice.configuration;

/**
 * How the operator signs in.
 *
 * @param name the operator's name
 * @param password the operator's password
 * @param attemptsPerMinute failed sign-ins per minute that one address may make
 * @param usageDays how many days one question about usage may span
 */
public record OperatorSettings(String name, String password, int attemptsPerMinute, int usageDays) {
  static final String NAME = "visavis.operator.name";
  static final String PASSWORD = "visavis.operator.password";
  static final String ATTEMPTS = "visavis.operator.attempts-per-minute";
  static final String USAGE_DAYS = "visavis.operator.usage-days";
  static final int MINIMUM_PASSWORD = 12;

  static OperatorSettings read(Values values, DemoSettings demo) {
    var name =
        values.text(
            NAME,
            value -> value.matches("[\\p{L}\\p{N}._@ -]{1,64}"),
            "a name of 1 to 64 letters, digits, spaces or . _ @ -",
            "operator");
    return new OperatorSettings(
        name,
        password(values, demo),
        values.integer(ATTEMPTS, 1, 1000),
        values.integer(USAGE_DAYS, 1, 3660));
  }

  private static String password(Values values, DemoSettings demo) {
    if (demo.enabled()) {
      return values.optional(PASSWORD).orElse(demo.password());
    }
    return values.secret(
        PASSWORD, MINIMUM_PASSWORD, "Set " + Values.variable(PASSWORD) + " to a long password.");
  }

  @Override
  public String toString() {
    return "OperatorSettings[" + name + "]";
  }
}
