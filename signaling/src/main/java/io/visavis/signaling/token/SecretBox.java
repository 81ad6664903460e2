package io.visavis.signaling.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets that have to be kept: AES-256-GCM with keys derived from the service's secrets, so
 * that the database alone does not open them. The first secret seals, all open.
 */
public final class SecretBox {
  private static final String VERSION = "v1";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final byte[] PURPOSE =
      "visavis secrets at rest 1".getBytes(StandardCharsets.UTF_8);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
  private final String present;

  /** A box of the service's secrets, the present one first; each at least 32 bytes. */
  public SecretBox(List<String> secrets) {
    for (var secret : secrets) {
      var derived = derived(secret.getBytes(StandardCharsets.UTF_8));
      var id = Sha256.of(Base64.getEncoder().encodeToString(derived)).substring(0, 8);
      keys.putIfAbsent(id, new SecretKeySpec(derived, "AES"));
    }
    present = keys.keySet().iterator().next();
  }

  /**
   * Seals bytes.
   *
   * @param context what they belong to; it is not kept, and opening needs the same
   * @return text of letters, digits, {@code . _ -}
   */
  public String seal(String context, byte[] open) {
    var nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, keys.get(present), nonce, context).doFinal(open);
      var whole = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
      return String.join(
          ".", VERSION, present, Base64.getUrlEncoder().withoutPadding().encodeToString(whole));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /** Opens what was sealed for the same context; empty when no present secret can, or altered. */
  public Optional<byte[]> open(String context, String sealed) {
    var parts = sealed.split("\\.", -1);
    if (parts.length != 3 || !VERSION.equals(parts[0]) || !keys.containsKey(parts[1])) {
      return Optional.empty();
    }
    try {
      var whole = ByteBuffer.wrap(Base64.getUrlDecoder().decode(parts[2]));
      var nonce = new byte[NONCE_BYTES];
      whole.get(nonce);
      var rest = new byte[whole.remaining()];
      whole.get(rest);
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, keys.get(parts[1]), nonce, context).doFinal(rest));
    } catch (GeneralSecurityException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Whether a text is sealed at all; base64 of bytes never looks so. */
  public static boolean isSealed(String text) {
    return text.startsWith(VERSION + ".");
  }

  /** Whether it is sealed with the present secret, not a former one. */
  public boolean isPresent(String text) {
    return text.startsWith(VERSION + "." + present + ".");
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String context)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /** One purpose, one key: signing tokens and sealing never share one. */
  private static byte[] derived(byte[] secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(PURPOSE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "SecretBox[" + keys.size() + "]";
  }
}
