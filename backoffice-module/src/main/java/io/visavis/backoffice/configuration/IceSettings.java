package io.visavis.backoffice.configuration;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * STUN and TURN servers that browsers are told.
 *
 * @param stun URLs of RFC 7064; may be empty
 * @param turn the relay; empty: pictures take direct paths only
 */
public record IceSettings(List<String> stun, Optional<Turn> turn) {
  static final String SERVERS = "visavis.ice.servers";
  static final String TURN_URLS = "visavis.turn.urls";
  static final String TURN_SECRET = "visavis.turn.secret";
  static final String CREDENTIAL_LIFE = "visavis.turn.credential-life";
  private static final int SECRET_LENGTH = 32;
  private static final String HOST = "([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+\\])(:[0-9]{1,5})?";
  private static final String STUN = "stuns?:" + HOST;
  private static final String TURN = "turns?:" + HOST + "(\\?transport=(udp|tcp))?";

  /**
   * TURN servers that share a secret with the service.
   *
   * @param urls URLs of RFC 7065, at least one
   * @param credentialLife for how long a credential opens new allocations
   */
  public record Turn(List<String> urls, String secret, Duration credentialLife) {
    /** Without the secret: it may be logged. */
    @Override
    public String toString() {
      return "Turn" + urls;
    }
  }

  /** Whether there is a relay. */
  public boolean relays() {
    return turn.isPresent();
  }

  static IceSettings read(Values values) {
    var stun = urls(values, SERVERS);
    for (var url : stun) {
      if (url.startsWith("turn")) {
        values.refuse(
            "%s is “%s”, but takes STUN servers only: a relay needs credentials. Name it in %s."
                .formatted(SERVERS, url, Values.variable(TURN_URLS)));
      } else if (!url.matches(STUN)) {
        values.complain(SERVERS, url, "a list of stun: URLs", "stun:stun.example.com:3478");
      }
    }
    return new IceSettings(stun, turn(values));
  }

  private static Optional<Turn> turn(Values values) {
    var life = values.duration(CREDENTIAL_LIFE, Duration.ofMinutes(1), Duration.ofHours(24));
    var urls = urls(values, TURN_URLS);
    for (var url : urls) {
      if (!url.matches(TURN)) {
        values.complain(
            TURN_URLS, url, "a list of turn: and turns: URLs", "turn:turn.example.com:3478");
      }
    }
    if (urls.isEmpty()) {
      return Optional.empty();
    }
    var secret =
        values.secret(
            TURN_SECRET,
            SECRET_LENGTH,
            "Put the static-auth-secret of coturn into "
                + Values.variable(TURN_SECRET)
                + ", or take "
                + Values.variable(TURN_URLS)
                + " away.");
    return Optional.of(new Turn(urls, secret, life));
  }

  private static List<String> urls(Values values, String key) {
    return Arrays.stream(values.optional(key).orElse("").split(","))
        .map(String::strip)
        .filter(url -> !url.isEmpty())
        .toList();
  }
}
