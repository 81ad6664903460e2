package io.visavis.backoffice.outbound;

import io.visavis.backoffice.configuration.Network;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses that are not out in public (RFC 6890 and the registries that it opened). An IPv4
 * address inside an IPv6 one (mapped, compatible, NAT64, 6to4, Teredo) is refused whatever it is:
 * no public host needs to be reached in that way.
 */
final class SpecialUse {
  private static final List<Network> OF_IPV4 =
      networks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /** All that is public is in here; the rest of IPv6 is local, multicast, translated or unused. */
  private static final Network GLOBAL_UNICAST = Network.of("2000::/3");

  private static final List<Network> WITHIN_GLOBAL_UNICAST =
      networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  private SpecialUse() {}

  static boolean holds(InetAddress address) {
    if (address instanceof Inet4Address) {
      return OF_IPV4.stream().anyMatch(network -> network.holds(address));
    }
    return !GLOBAL_UNICAST.holds(address)
        || WITHIN_GLOBAL_UNICAST.stream().anyMatch(network -> network.holds(address));
  }

  private static List<Network> networks(String... cidrs) {
    return Stream.of(cidrs).map(Network::of).toList();
  }
}
