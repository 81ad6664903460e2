package io.visavis.backoffice.configuration;

import java.time.Duration;
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
    return new OutboundSettings(timeout, Network.list(values, NETWORKS));
  }
}
