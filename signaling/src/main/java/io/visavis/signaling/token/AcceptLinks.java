package io.visavis.signaling.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * The links with which a visitor answers a share request without any script on the site. A link's
 * code is its session's id with a MAC over it (HMAC-SHA-256 under the service's secret, RFC 2104,
 * truncated to 192 bits): it can be shown again while the request waits, and is stored nowhere, not
 * even hashed. Whether it is still good is for the session to say.
 */
public final class AcceptLinks {
  private static final int MAC_BYTES = 24;
  private static final int MAC_CHARACTERS = 32;
  private static final Pattern CODE =
      Pattern.compile("[A-Za-z0-9_-]{22,64}[A-Za-z0-9_-]{" + MAC_CHARACTERS + "}");

  private final ServiceKeys keys;
  private final String origin;
  private final Duration life;

  /** Links to the service at {@code origin}, good for {@code life} where a request asks for one. */
  public AcceptLinks(ServiceKeys keys, String origin, Duration life) {
    this.keys = keys;
    this.origin = origin;
    this.life = life;
  }

  /** How long a request that is sent as a link waits for its answer. */
  public Duration life() {
    return life;
  }

  /** The address that answers this session's request; its code is in the fragment. */
  public String url(String sessionId) {
    return origin + "/accept/#k=" + code(sessionId);
  }

  /** The code alone. */
  public String code(String sessionId) {
    return sessionId + mac(keys.signingKey(), sessionId);
  }

  /** The session that a code stands for; empty when this service never made that code. */
  public Optional<String> sessionOf(String code) {
    if (code == null || !CODE.matcher(code).matches()) {
      return Optional.empty();
    }
    var end = code.length() - MAC_CHARACTERS;
    var sessionId = code.substring(0, end);
    var given = code.substring(end).getBytes(StandardCharsets.US_ASCII);
    return keys.all().stream()
            .anyMatch(
                key ->
                    MessageDigest.isEqual(
                        given, mac(key, sessionId).getBytes(StandardCharsets.US_ASCII)))
        ? Optional.of(sessionId)
        : Optional.empty();
  }

  private static String mac(SecretKey key, String sessionId) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      var whole =
          mac.doFinal(("visavis accept link " + sessionId).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(whole, MAC_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
