package io.visavis.backoffice.policy;

import io.visavis.backoffice.configuration.ServiceSettings;
import io.visavis.backoffice.problem.BadRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Addresses to which visitors are led. */
final class PrivacyAddress {
  private static final int LONGEST = 2000;
  private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]+");

  private PrivacyAddress() {}

  /**
   * Checks one address.
   *
   * @throws BadRequest at {@code pointer} unless it is https, or http on a loopback host, with a
   *     host and without a user's name
   */
  static void check(String pointer, String url) {
    if (url.length() > LONGEST || !VISIBLE_ASCII.matcher(url).matches() || !leadsToAHost(url)) {
      throw BadRequest.body(
          pointer,
          "expected an address that begins with https:// (http:// on localhost only), of at most "
              + LONGEST
              + " visible ASCII characters, without a user's name, or null");
    }
  }

  private static boolean leadsToAHost(String url) {
    try {
      var address = new URI(url);
      return address.getHost() != null
          && address.getUserInfo() == null
          && ServiceSettings.acceptable(origin(address));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String origin(URI address) {
    var port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return (address.getScheme() + "://" + address.getHost()).toLowerCase(java.util.Locale.ROOT)
        + port;
  }
}
