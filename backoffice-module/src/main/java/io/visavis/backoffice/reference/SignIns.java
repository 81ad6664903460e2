package io.visavis.backoffice.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sign-ins to the backoffice, carried by a signed cookie so that a restart keeps them.
 *
 * <p>The value is {@code login.expiry.id.signature}, signed with HMAC-SHA256. Signing out is
 * remembered until the cookie would have expired; a restart forgets it, which a demonstration may.
 */
@ApplicationScoped
class SignIns {
  static final Duration LIFE = Duration.ofHours(12);

  private static final String ALGORITHM = "HmacSHA256";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<String, Instant> signedOut = new ConcurrentHashMap<>();
  private DemoSettings settings;
  private Clock clock;

  /** For the container's proxy. */
  protected SignIns() {}

  @Inject
  SignIns(DemoSettings settings) {
    this(settings, Clock.systemUTC());
  }

  SignIns(DemoSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** The user of that name and password; empty when either is wrong, after the same work. */
  Optional<DemoUser> check(String login, String password) {
    boolean same = MessageDigest.isEqual(digest(password), digest(settings.password()));
    return DemoDirectory.user(login).filter(user -> same);
  }

  /** The cookie value of a new sign-in. */
  String open(DemoUser user) {
    byte[] id = new byte[16];
    RANDOM.nextBytes(id);
    long expiry = clock.instant().plus(LIFE).getEpochSecond();
    String content = user.login() + "." + expiry + "." + HexFormat.of().formatHex(id);
    return content + "." + sign(content);
  }

  /** Who shows that cookie; empty when it is absent, forged, expired or signed out. */
  Optional<SignedIn> read(String cookie) {
    int mark = cookie == null ? -1 : cookie.lastIndexOf('.');
    if (mark < 0 || !isSigned(cookie.substring(0, mark), cookie.substring(mark + 1))) {
      return Optional.empty();
    }
    return parse(cookie.substring(0, mark)).filter(this::isValid);
  }

  private boolean isSigned(String content, String signature) {
    byte[] expected = sign(content).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<SignedIn> parse(String content) {
    String[] parts = content.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      Instant expiry = Instant.ofEpochSecond(Long.parseLong(parts[1]));
      return DemoDirectory.user(parts[0]).map(user -> new SignedIn(user, parts[2], expiry));
    } catch (NumberFormatException | DateTimeException notOurs) {
      return Optional.empty();
    }
  }

  /** Whether that sign-in still holds. */
  boolean isValid(SignedIn signedIn) {
    return clock.instant().isBefore(signedIn.expiresAt()) && !signedOut.containsKey(signedIn.id());
  }

  /** Signs out; the cookie is worth nothing from now on. */
  void close(SignedIn signedIn) {
    Instant now = clock.instant();
    signedOut.values().removeIf(expiry -> expiry.isBefore(now));
    signedOut.put(signedIn.id(), signedIn.expiresAt());
  }

  private String sign(String content) {
    byte[] key = hmac(settings.agentKey(), "reference host: sign-in cookie");
    return BASE64.encodeToString(hmac(key, content));
  }

  private static byte[] hmac(byte[] key, String content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(ALGORITHM + " is missing from this Java", e);
    }
  }

  private static byte[] digest(String password) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java", e);
    }
  }
}
