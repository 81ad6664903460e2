package io.visavis.backoffice.configuration;

import java.util.List;

/**
 * Proxies in front of the service.
 *
 * @param networks where they stand: only what they say of a caller's address is believed
 */
public record ProxySettings(List<Network> networks) {
  static final String NETWORKS = "visavis.service.proxies";

  static ProxySettings read(Values values) {
    return new ProxySettings(Network.list(values, NETWORKS));
  }
}
