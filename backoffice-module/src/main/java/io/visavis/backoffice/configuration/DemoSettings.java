package io.visavis.backoffice.configuration;

/**
 * The demonstration: reference host, shops and demo accounts.
 *
 * @param enabled whether any of it exists
 * @param agentKey HS256 secret shared by Visavis and the reference host; {@code ""} when disabled
 * @param password of the demo users; {@code ""} when disabled
 */
public record DemoSettings(boolean enabled, String agentKey, String password) {
  static final String ENABLED = "visavis.demo.enabled";
  static final String AGENT_KEY = "visavis.demo.agent-key";
  static final String PASSWORD = "visavis.demo.password";

  static DemoSettings read(Values values, ServiceSettings service) {
    if (!values.flag(ENABLED)) {
      return new DemoSettings(false, "", "");
    }
    if (!service.origin().isEmpty() && !service.onLocalhost()) {
      values.refuse(
          ENABLED
              + " is “true”, but "
              + ServiceSettings.ORIGIN
              + " is “"
              + service.origin()
              + "”, and the demonstration has passwords everybody knows. Set "
              + Values.variable(ENABLED)
              + "=false, or an origin on localhost.");
    }
    var remedy =
        "Set "
            + Values.variable(AGENT_KEY)
            + " to the output of: openssl rand -base64 48, or switch the demonstration off with "
            + Values.variable(ENABLED)
            + "=false.";
    return new DemoSettings(
        true,
        values.secret(AGENT_KEY, ServiceSettings.MINIMUM_SECRET, remedy),
        values.secret(PASSWORD, 1, "Set " + Values.variable(PASSWORD) + "."));
  }

  @Override
  public String toString() {
    return "DemoSettings[" + enabled + "]";
  }
}
