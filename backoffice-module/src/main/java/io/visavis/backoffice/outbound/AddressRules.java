package io.visavis.backoffice.outbound;

import io.visavis.backoffice.configuration.Network;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which addresses may be reached.
 *
 * @param onLocalhost whether loopback may be, in the clear too: true while the service itself is on
 *     localhost
 * @param allowed networks that may be reached although they are not public
 */
record AddressRules(boolean onLocalhost, List<Network> allowed) {
  private static final int LONGEST = 2000;
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z][a-z0-9-]*[a-z0-9]");
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile("(" + OCTET + "\\.){3}" + OCTET);
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");
  private static final Network LOOPBACK_4 = Network.of("127.0.0.0/8");
  private static final Network LOOPBACK_6 = Network.of("::1/128");

  /**
   * The name or address to connect to, in lower case.
   *
   * @throws AddressRefused if the text alone says that it may not be reached
   */
  String host(URI address) throws AddressRefused {
    var text = address.toString();
    refuseIf(text.length() > LONGEST, "the address is longer than " + LONGEST + " characters");
    refuseIf(
        address.isOpaque() || address.getHost() == null, "expected https://, a host and a path");
    refuseIf(address.getRawUserInfo() != null, "the address may hold no name and no password");
    refuseIf(address.getRawFragment() != null, "the address may hold no fragment");
    refuseIf(address.getPort() == 0 || address.getPort() > 65_535, "there is no such port");
    var host = address.getHost().toLowerCase(Locale.ROOT);
    checkScheme(address.getScheme(), host);
    checkHost(host);
    return host;
  }

  private void checkScheme(String scheme, String host) throws AddressRefused {
    if ("https".equalsIgnoreCase(scheme)) {
      return;
    }
    // Every name that may stand for this machine; whether it does is seen when it is resolved.
    var here = host.equals("localhost") || host.endsWith(".localhost") || isLiteral(host);
    refuseIf(
        !"http".equalsIgnoreCase(scheme) || !onLocalhost || !here, "the address must be https://");
  }

  private void checkHost(String host) throws AddressRefused {
    if (isLiteral(host)) {
      permitted(List.of(literal(host)), true);
      return;
    }
    // The other spellings of numbers (decimal, octal, hexadecimal, short) end in a label that no
    // name ends in: a top-level domain begins with a letter, and 0x… has a digit first.
    refuseIf(!NAME.matcher(host).matches(), "the host is neither a name nor an IP address");
    var local = host.equals("localhost") || host.endsWith(".localhost");
    refuseIf(local && !onLocalhost, "the address is not a public one");
  }

  /**
   * Those of the addresses of a name that may be reached.
   *
   * @param anyScheme false in the clear: then only this machine may be
   * @throws AddressRefused if there are none
   */
  List<InetAddress> permitted(List<InetAddress> found, boolean anyScheme) throws AddressRefused {
    var permitted =
        found.stream().filter(one -> anyScheme ? reachable(one) : ownLoopback(one)).toList();
    refuseIf(permitted.isEmpty(), "the address is not a public one");
    return permitted;
  }

  private boolean reachable(InetAddress address) {
    return !SpecialUse.holds(address)
        || ownLoopback(address)
        || allowed.stream().anyMatch(network -> network.holds(address));
  }

  private boolean ownLoopback(InetAddress address) {
    return onLocalhost
        && Stream.of(LOOPBACK_4, LOOPBACK_6).anyMatch(network -> network.holds(address));
  }

  static boolean isLiteral(String host) {
    return IPV4.matcher(host).matches() || IPV6.matcher(host).matches();
  }

  static InetAddress literal(String host) throws AddressRefused {
    try {
      return InetAddress.getByName(host);
    } catch (java.net.UnknownHostException e) {
      throw new AddressRefused("the host is neither a name nor an IP address");
    }
  }

  private static void refuseIf(boolean bad, String reason) throws AddressRefused {
    if (bad) {
      throw new AddressRefused(reason);
    }
  }
}
