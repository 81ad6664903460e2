package io.visavis.signaling.ice;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.visavis.signaling.protocol.ClientKind;
import io.visavis.signaling.protocol.Result.IceServer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * TURN servers (RFC 8656) with which the service shares a secret, and the credentials that it makes
 * of it: the user name begins with the second at which it stops being good, the password is the
 * HMAC-SHA1 of the user name (draft-uberti-behave-turn-rest, coturn's {@code use-auth-secret}).
 */
public final class Relay {
  private static final String ALGORITHM = "HmacSHA1";
  private static final int ID_BYTES = 12;

  private final List<String> urls;
  private final byte[] secret;
  private final Duration life;
  private final Clock clock;

  /**
   * A relay behind those URLs (RFC 7065).
   *
   * @param life for how long a credential opens new allocations
   */
  public Relay(List<String> urls, String secret, Duration life, Clock clock) {
    this.urls = List.copyOf(urls);
    this.secret = secret.getBytes(UTF_8);
    this.life = life;
    this.clock = clock;
  }

  Duration life() {
    return life;
  }

  /** The servers with a fresh credential for one side of that session. */
  IceServer server(String sessionId, ClientKind side) {
    var username = clock.instant().plus(life).getEpochSecond() + ":" + id(sessionId, side);
    return new IceServer(urls, Optional.of(username), Optional.of(password(username)));
  }

  /**
   * The same for a side as long as its session lasts, so that the relay can count what one side
   * has; a relay's log names neither the session nor the person by it.
   */
  private static String id(String sessionId, ClientKind side) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest((sessionId + ":" + side.word()).getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, ID_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String password(String username) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return Base64.getEncoder().encodeToString(mac.doFinal(username.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Without the secret: it may be logged. */
  @Override
  public String toString() {
    return "Relay" + urls;
  }
}
