package io.visavis.signaling.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.visavis.signaling.token.PublicKeys.Read;
import io.visavis.signaling.token.PublicKeys.Unusable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads JWKs and sets of them (RFC 7517, RFC 7518 section 6, RFC 8037). */
public final class Jwks {
  private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");
  private static final int LONGEST_KID = 128;

  private Jwks() {}

  /**
   * One entry of a set.
   *
   * @param kid its id, or null when it has none of a form that a token could name
   * @param key empty when it is not taken
   * @param why it is not taken; {@code ""} otherwise
   */
  public record Entry(String kid, Optional<Read> key, String why) {}

  /**
   * The entries of a JWK Set; what cannot be used says so and spoils nothing else.
   *
   * @throws Unusable when the whole is no JWK Set, or has more than {@code most} entries
   */
  public static List<Entry> set(String json, int most) throws Unusable {
    var keys = tree(json).get("keys");
    if (keys == null || !keys.isArray()) {
      throw new Unusable("no JWK Set: an object with a list named keys is expected");
    }
    if (keys.size() > most) {
      throw new Unusable("more than " + most + " keys");
    }
    var entries = new ArrayList<Entry>();
    var seen = new HashSet<String>();
    for (var key : keys) {
      var entry = entry(key);
      var twice = entry.kid() != null && !seen.add(entry.kid());
      entries.add(twice ? new Entry(entry.kid(), Optional.empty(), "the kid stands twice") : entry);
    }
    return List.copyOf(entries);
  }

  /** One JWK, alone. */
  static Read one(String json) throws Unusable {
    return read(tree(json));
  }

  private static Entry entry(JsonNode jwk) {
    var kid = jwk.path("kid").asText("");
    if (!kid.matches("[A-Za-z0-9._-]{1," + LONGEST_KID + "}")) {
      return new Entry(
          null, Optional.empty(), "no kid, or one with other signs than A-Z a-z 0-9 . _ -");
    }
    try {
      return new Entry(kid, Optional.of(read(jwk)), "");
    } catch (Unusable e) {
      return new Entry(kid, Optional.empty(), e.getMessage());
    }
  }

  private static Read read(JsonNode jwk) throws Unusable {
    if (!jwk.isObject()) {
      throw new Unusable("a JWK is an object");
    }
    if (PRIVATE.stream().anyMatch(jwk::has)) {
      throw new Unusable("this is a private or secret key: it must never leave your server");
    }
    if (!jwk.path("use").asText("sig").equals("sig")) {
      throw new Unusable("its use is not sig");
    }
    var read = key(jwk);
    var algorithm = jwk.path("alg").asText(read.algorithm().word());
    if (!algorithm.equals(read.algorithm().word())) {
      throw new Unusable("its alg does not fit its kind; expected " + read.algorithm().word());
    }
    return read;
  }

  private static Read key(JsonNode jwk) throws Unusable {
    return switch (jwk.path("kty").asText("")) {
      case "RSA" -> PublicKeys.checked(JwkNumbers.rsa(jwk));
      case "EC" -> PublicKeys.checked(JwkNumbers.p256(jwk));
      case "OKP" -> PublicKeys.checked(JwkNumbers.ed25519(jwk));
      default -> throw new Unusable("its kty is not RSA, EC or OKP");
    };
  }

  private static JsonNode tree(String json) throws Unusable {
    return JoseJson.object(json)
        .orElseThrow(() -> new Unusable("not one JSON object without duplicate names"));
  }
}
