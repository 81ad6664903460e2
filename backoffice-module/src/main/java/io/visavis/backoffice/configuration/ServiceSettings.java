package io.visavis.backoffice.configuration;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the service is reached and with what it signs.
 *
 * @param origin scheme, host and port, as browsers serialize an origin (RFC 6454 section 6.2)
 * @param secret signs visitor, popup and operator tokens; at least {@value #MINIMUM_SECRET}
 *     characters
 */
public record ServiceSettings(String origin, String secret) {
  static final String ORIGIN = "visavis.service.origin";
  static final String SECRET = "visavis.service.secret";
  static final int MINIMUM_SECRET = 32;
  private static final Pattern AN_ORIGIN =
      Pattern.compile("https?://([a-z0-9.-]+|\\[[0-9a-f:]+])(:[1-9][0-9]{0,4})?");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  static ServiceSettings read(Values values) {
    var origin =
        values.text(
            ORIGIN,
            ServiceSettings::acceptable,
            "an origin without a path, https:// or, on localhost only, http://",
            "https://visavis.example.com");
    var secret =
        values.secret(
            SECRET,
            MINIMUM_SECRET,
            "Set " + Values.variable(SECRET) + " to the output of: openssl rand -base64 48");
    return new ServiceSettings(origin, secret);
  }

  /** The origin of WebSocket connections to the service. */
  public String webSocketOrigin() {
    return "ws" + origin.substring("http".length());
  }

  /** Whether only this machine can be the service's browser. */
  public boolean onLocalhost() {
    return !origin.isEmpty() && isLoopback(URI.create(origin).getHost());
  }

  /** The origin of another host name that the same server answers, by the same scheme and port. */
  public String siblingOrigin(String host) {
    var own = URI.create(origin);
    return own.getScheme() + "://" + host + (own.getPort() < 0 ? "" : ":" + own.getPort());
  }

  @Override
  public String toString() {
    return "ServiceSettings[" + origin + "]";
  }

  /** Whether that is an origin as browsers send it, of either scheme. */
  static boolean isOrigin(String text) {
    return AN_ORIGIN.matcher(text).matches();
  }

  /** Whether that is an origin to trust: {@code https}, or {@code http} on this machine. */
  public static boolean acceptable(String origin) {
    if (!isOrigin(origin)) {
      return false;
    }
    return origin.startsWith("https:") || isLoopback(URI.create(origin).getHost());
  }

  private static boolean isLoopback(String host) {
    return host != null && (LOOPBACK.contains(host) || host.endsWith(".localhost"));
  }
}
