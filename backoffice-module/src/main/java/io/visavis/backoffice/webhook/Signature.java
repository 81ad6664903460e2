package io.visavis.backoffice.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signatures of Standard Webhooks 1.0.0, version {@code v1}. */
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String SECRET = "whsec_";
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Signature() {}

  /** A new secret: {@code whsec_} and the base64 of 32 random bytes. */
  static String newSecret() {
    var key = new byte[SECRET_BYTES];
    RANDOM.nextBytes(key);
    return SECRET + Base64.getEncoder().encodeToString(key);
  }

  /** The header's value: one signature for each secret, parted by spaces. */
  static String header(Collection<String> secrets, String id, Instant at, byte[] body) {
    return secrets.stream()
        .map(secret -> "v1," + signed(secret, id, at, body))
        .collect(Collectors.joining(" "));
  }

  private static String signed(String secret, String id, Instant at, byte[] body) {
    try {
      var key = Base64.getDecoder().decode(secret.substring(SECRET.length()));
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update((id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }
}
