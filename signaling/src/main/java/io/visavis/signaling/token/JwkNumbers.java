package io.visavis.signaling.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.visavis.signaling.token.PublicKeys.Unusable;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** The keys that the numbers of a JWK stand for. */
final class JwkNumbers {
  private static final int COORDINATE = 32;

  private JwkNumbers() {}

  static PublicKey rsa(JsonNode jwk) throws Unusable {
    try {
      var spec =
          new RSAPublicKeySpec(
              new BigInteger(1, bytes(jwk, "n")), new BigInteger(1, bytes(jwk, "e")));
      return KeyFactory.getInstance("RSA").generatePublic(spec);
    } catch (GeneralSecurityException e) {
      throw new Unusable("its numbers are not those of an RSA key of 2048 bits or more");
    }
  }

  static PublicKey p256(JsonNode jwk) throws Unusable {
    if (!jwk.path("crv").asText("").equals("P-256")) {
      throw new Unusable("of elliptic curves only P-256");
    }
    try {
      var parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      var point =
          new ECPoint(
              new BigInteger(1, coordinate(jwk, "x")), new BigInteger(1, coordinate(jwk, "y")));
      var spec = new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class));
      return KeyFactory.getInstance("EC").generatePublic(spec);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new Unusable("its numbers are not those of a P-256 key");
    }
  }

  /** RFC 8032 section 5.1.2: little-endian y, whose highest bit says whether x is odd. */
  static PublicKey ed25519(JsonNode jwk) throws Unusable {
    if (!jwk.path("crv").asText("").equals("Ed25519")) {
      throw new Unusable("of EdDSA only Ed25519");
    }
    var little = coordinate(jwk, "x");
    var odd = (little[COORDINATE - 1] & 0x80) != 0;
    little[COORDINATE - 1] &= 0x7f;
    var big = new byte[COORDINATE];
    for (int i = 0; i < COORDINATE; i++) {
      big[i] = little[COORDINATE - 1 - i];
    }
    try {
      var point = new EdECPoint(odd, new BigInteger(1, big));
      return KeyFactory.getInstance("Ed25519")
          .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new Unusable("its number is not that of an Ed25519 key");
    }
  }

  private static byte[] coordinate(JsonNode jwk, String name) throws Unusable {
    var bytes = bytes(jwk, name);
    if (bytes.length != COORDINATE) {
      throw new Unusable(name + " is not of " + COORDINATE + " bytes");
    }
    return bytes;
  }

  private static byte[] bytes(JsonNode jwk, String name) throws Unusable {
    try {
      var bytes = Base64.getUrlDecoder().decode(jwk.path(name).asText(""));
      if (bytes.length > 0) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Said below, as for a number that is missing.
    }
    throw new Unusable(name + " is missing or not base64url");
  }
}
