package io.visavis.backoffice.configuration;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Requests of the service to addresses that accounts give.
 *
 * @param timeout for the whole of one request
 * @param networks what may be reached although it is not public
 */
public record OutboundSettings(Duration timeout, List<Network> networks) {
  static final String TIMEOUT = "visavis.outbound.timeout";
  static final String NETWORKS = "visavis.outbound.networks";

  static OutboundSettings read(Values values) {
    var timeout = values.duration(TIMEOUT, Duration.ofSeconds(1), Duration.ofSeconds(60));
    var networks =
        Arrays.stream(values.optional(NETWORKS).orElse("").split(","))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .flatMap(text -> network(values, text).stream())
            .toList();
    return new OutboundSettings(timeout, networks);
  }

  private static List<Network> network(Values values, String text) {
    try {
      return List.of(Network.of(text));
    } catch (IllegalArgumentException e) {
      values.complain(NETWORKS, text, "a list of networks in CIDR form", "10.20.0.0/16");
      return List.of();
    }
  }
}
