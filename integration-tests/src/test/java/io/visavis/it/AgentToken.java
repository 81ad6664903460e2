package io.visavis.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Mints agent tokens as a host's server would, by docs/plug-in/ alone (RFC 7519). */
final class AgentToken {

  private static final String KEY = System.getProperty("visavis.demo.agent-key");

  private AgentToken() {}

  /** A valid token of the agent {@code camille} of Maison Lumen. */
  static String ofLumen() {
    return with(header -> {}, claims -> {});
  }

  /** A valid token of an agent of Atelier Brume, whose account is not eligible. */
  static String ofBrume() {
    return of(Company.BRUME, claims -> {});
  }

  /** A valid token of that company's agent {@code camille} with some of its claims changed. */
  static String of(Company company, Consumer<ObjectNode> claims) {
    return with(
        header -> header.put("kid", company.keyId()),
        body -> claims.accept(body.put("iss", company.siteKey())));
  }

  /** A valid token of an account admin of Maison Lumen. */
  static String ofLumensAdmin() {
    return with(header -> {}, AgentToken::admin);
  }

  /** A valid token of an account admin of Atelier Brume. */
  static String ofBrumesAdmin() {
    return with(
        header -> header.put("kid", "demo-brume"),
        claims -> {
          admin(claims);
          claims.put("iss", "pk_demo_brume");
        });
  }

  private static void admin(ObjectNode claims) {
    claims.put("sub", "alix").put("name", "Alix").put("role", "admin");
  }

  /** The valid token of {@link #ofLumen()} with some of its parts changed, signed all the same. */
  static String with(Consumer<ObjectNode> header, Consumer<ObjectNode> claims) {
    return with(header, claims, AgentToken::hmac);
  }

  /** As {@link #with(Consumer, Consumer)}, signed by a key of the test's own. */
  static String with(
      Consumer<ObjectNode> header, Consumer<ObjectNode> claims, Function<String, byte[]> sign) {
    ObjectNode head = Service.JSON.createObjectNode();
    head.put("alg", "HS256").put("typ", "visavis-agent+jwt").put("kid", "demo-lumen");
    header.accept(head);
    long now = Instant.now().getEpochSecond();
    ObjectNode body = Service.JSON.createObjectNode();
    body.put("iss", "pk_demo_lumen").put("aud", "visavis").put("sub", "camille");
    body.put("name", "Camille").put("role", "agent").put("jti", UUID.randomUUID().toString());
    body.put("iat", now).put("exp", now + 600);
    claims.accept(body);
    String signed = base64(head.toString().getBytes(UTF_8)) + "." + base64(bytes(body));
    return signed + "." + base64(sign.apply(signed));
  }

  private static byte[] bytes(ObjectNode node) {
    return node.toString().getBytes(UTF_8);
  }

  private static byte[] hmac(String text) {
    return hmac(KEY, text);
  }

  /** HMAC-SHA-256 of a text with the bytes of another. */
  static byte[] hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
