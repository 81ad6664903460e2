package io.visavis.backoffice.outbound;

import java.net.InetAddress;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Gives the addresses that were checked, whatever is asked. A second look-up could find others: DNS
 * rebinding.
 */
record Resolved(InetAddress[] addresses) implements DnsResolver {
  @Override
  public InetAddress[] resolve(String host) {
    return addresses.clone();
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
