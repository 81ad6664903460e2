package io.visavis.backoffice.reference;

import io.visavis.persistence.reference.ConversationKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** The opaque ids by which visitors are known, and what people call someone who has only an id. */
final class VisitorIds {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{8,128}");

  private VisitorIds() {}

  static boolean isValid(String visitorId) {
    return visitorId != null && FORM.matcher(visitorId).matches();
  }

  /**
   * Names a visitor of that account.
   *
   * @throws jakarta.ws.rs.WebApplicationException 404 for what cannot be an id, as for an unknown
   *     one
   */
  static ConversationKey key(DemoAccount account, String visitorId) {
    if (!isValid(visitorId)) {
      throw Problem.NOT_FOUND.thrown();
    }
    return new ConversationKey(account.siteKey(), visitorId);
  }

  /**
   * A short name such as « Visiteur 4F2A », the same each time, in the visitor's language. It is
   * made from a digest, as the id itself is the visitor's secret.
   */
  static String nickname(ConversationKey key, String language) {
    String word = language.toLowerCase(Locale.ROOT).startsWith("fr") ? "Visiteur" : "Visitor";
    byte[] digest = sha256(key.siteKey() + " " + key.visitorId());
    return word + " " + HexFormat.of().withUpperCase().formatHex(digest, 0, 2);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java", e);
    }
  }
}
