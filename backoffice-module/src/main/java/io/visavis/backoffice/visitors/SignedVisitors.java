package io.visavis.backoffice.visitors;

import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.account.AgentKeyStore;
import io.visavis.signaling.account.KeyAlgorithm;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks that a host stands for a visitor's id: {@code kid.hex}, where {@code hex} is the
 * HMAC-SHA256 (RFC 2104) of {@link #PURPOSE} and the id with one of the account's HS256 keys. No
 * signed part of a JWT can begin with {@link #PURPOSE}, so that neither passes for the other.
 */
@Dependent
class SignedVisitors {
  /** What stands before the visitor's id in the signed text. */
  static final String PURPOSE = "visavis-visitor:";

  private static final String ALGORITHM = "HmacSHA256";

  private final AgentKeyStore keys;
  private final Clock clock;

  @Inject
  SignedVisitors(AgentKeyStore keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Whether a page may speak for that visitor. A signature that is given must be right, also where
   * the account does not ask for one.
   *
   * @param signature may be null
   * @param signedOnly whether the account asks for one
   */
  boolean mayBe(Account account, String visitorId, String signature, boolean signedOnly) {
    if (signature == null) {
      return !signedOnly;
    }
    var dot = signature.lastIndexOf('.');
    return dot > 0
        && keys.find(account.id(), signature.substring(0, dot))
            .filter(found -> found.facts().activeAt(clock.instant()))
            .map(AgentKeyStore.StoredKey::key)
            .filter(key -> key.algorithm() == KeyAlgorithm.HS256 && key.readable())
            .filter(key -> isSigned(key, visitorId, signature.substring(dot + 1)))
            .isPresent();
  }

  private static boolean isSigned(AgentKey key, String visitorId, String hex) {
    return parsed(hex)
        .filter(given -> MessageDigest.isEqual(given, hmac(key.material(), PURPOSE + visitorId)))
        .isPresent();
  }

  private static Optional<byte[]> parsed(String hex) {
    try {
      return Optional.of(HexFormat.of().parseHex(hex));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static byte[] hmac(byte[] secret, String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
