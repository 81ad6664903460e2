package io.visavis.backoffice.configuration;

import java.util.Arrays;
import java.util.List;

/**
 * The demonstration: reference host, shops and demo accounts.
 *
 * @param enabled whether any of it exists
 * @param agentKey HS256 secret shared by Visavis and the reference host; {@code ""} when disabled
 * @param password of the demo users; {@code ""} when disabled
 * @param siteOrigins further websites of Maison Lumen, for an integrator's own page
 * @param backofficeOrigins further backoffices that may embed its panel
 */
public record DemoSettings(
    boolean enabled,
    String agentKey,
    String password,
    List<String> siteOrigins,
    List<String> backofficeOrigins) {
  static final String ENABLED = "visavis.demo.enabled";
  static final String AGENT_KEY = "visavis.demo.agent-key";
  static final String PASSWORD = "visavis.demo.password";

  static DemoSettings read(Values values, ServiceSettings service) {
    if (!values.flag(ENABLED)) {
      return new DemoSettings(false, "", "", List.of(), List.of());
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
        values.secret(PASSWORD, 1, "Set " + Values.variable(PASSWORD) + "."),
        origins(values, "visavis.demo.site-origins"),
        origins(values, "visavis.demo.backoffice-origins"));
  }

  private static List<String> origins(Values values, String key) {
    var origins =
        values.optional(key).stream()
            .flatMap(list -> Arrays.stream(list.split(",")))
            .map(String::strip)
            .filter(origin -> !origin.isEmpty())
            .toList();
    origins.stream()
        .filter(origin -> !ServiceSettings.isOrigin(origin))
        .findFirst()
        .ifPresent(
            origin ->
                values.complain(
                    key,
                    origin,
                    "origins without a path, separated by commas",
                    "http://localhost:9000"));
    return origins;
  }

  @Override
  public String toString() {
    return "DemoSettings[" + enabled + "]";
  }
}
