package io.visavis.backoffice.configuration;

import java.util.Optional;

/**
 * Who may read what is meant for operations and integrators.
 *
 * @param openApi whether /openapi is there
 * @param metricsToken what a scraper of /metrics sends as its bearer token; empty: the
 *     demonstration shows them to anyone, production to nobody
 */
public record OperationsSettings(boolean openApi, Optional<String> metricsToken) {
  static final String OPEN_API = "visavis.openapi.enabled";
  static final String METRICS_TOKEN = "visavis.metrics.token";
  static final int MINIMUM_TOKEN = 16;

  static OperationsSettings read(Values values) {
    var openApi = values.flag(OPEN_API);
    if (values.optional(METRICS_TOKEN).isEmpty()) {
      return new OperationsSettings(openApi, Optional.empty());
    }
    var remedy =
        "Set " + Values.variable(METRICS_TOKEN) + " to the output of: openssl rand -base64 24";
    return new OperationsSettings(
        openApi, Optional.of(values.secret(METRICS_TOKEN, MINIMUM_TOKEN, remedy)));
  }

  @Override
  public String toString() {
    return "OperationsSettings[openApi=" + openApi + "]";
  }
}
