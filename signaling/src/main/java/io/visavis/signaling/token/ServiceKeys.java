package io.visavis.signaling.token;

import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * The service's own signing secrets: the first signs, all verify, so that a secret can be rotated
 * without an outage.
 */
public final class ServiceKeys {
  /** RFC 7518 section 3.2: an HS256 key is at least as long as its hash. */
  public static final int MINIMUM_BYTES = 32;

  private final Map<String, SecretKey> keys = new LinkedHashMap<>();
  private final String signing;

  /**
   * Keys from their secrets, the current one first.
   *
   * @throws IllegalArgumentException when there is none or one is shorter than {@link
   *     #MINIMUM_BYTES} bytes
   */
  public ServiceKeys(List<String> secrets) {
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("no service secret");
    }
    for (var secret : secrets) {
      var bytes = secret.getBytes(StandardCharsets.UTF_8);
      if (bytes.length < MINIMUM_BYTES) {
        throw new IllegalArgumentException(
            "a service secret needs at least " + MINIMUM_BYTES + " bytes");
      }
      keys.put(Sha256.of(secret).substring(0, 12), Keys.hmacShaKeyFor(sha512(bytes)));
    }
    signing = keys.keySet().iterator().next();
  }

  String signingId() {
    return signing;
  }

  SecretKey signingKey() {
    return keys.get(signing);
  }

  /** All of them, the signing one first. */
  Collection<SecretKey> all() {
    return keys.values();
  }

  Optional<SecretKey> byId(String kid) {
    return Optional.ofNullable(keys.get(kid));
  }

  /** Derives the key so that the configured text itself never is key material elsewhere. */
  private static byte[] sha512(byte[] secret) {
    try {
      var digest = MessageDigest.getInstance("SHA-512");
      digest.update("visavis service token".getBytes(StandardCharsets.UTF_8));
      return digest.digest(secret);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-512", e);
    }
  }
}
