package io.visavis.signaling.token;

import io.visavis.signaling.account.KeyAlgorithm;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/** Reads the public keys that hosts register, and refuses those that are weak or not public. */
public final class PublicKeys {
  private static final int SHORTEST_RSA = 2048;
  private static final int LONGEST_RSA = 8192;
  private static final int LONGEST_TEXT = 16_384;
  private static final BigInteger P256_ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
  private static final Pattern PEM =
      Pattern.compile(
          "\\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");

  private PublicKeys() {}

  /**
   * A key that was read.
   *
   * @param encoded DER SubjectPublicKeyInfo
   */
  public record Read(KeyAlgorithm algorithm, byte[] encoded) {}

  /** A text that is no public key Visavis takes; the message says why and repeats none of it. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String why) {
      super(why, null, false, false);
    }
  }

  /**
   * The key in a PEM block {@code PUBLIC KEY} (RFC 7468 section 13) or in one JWK (RFC 7517).
   *
   * @throws Unusable when it is neither, private, weak, or of another kind than RSA, P-256 and
   *     Ed25519
   */
  public static Read read(String text) throws Unusable {
    if (text.length() > LONGEST_TEXT) {
      throw new Unusable("longer than " + LONGEST_TEXT + " characters");
    }
    if (text.stripLeading().startsWith("{")) {
      return Jwks.one(text);
    }
    if (text.contains("PRIVATE KEY")) {
      throw new Unusable("this is a private key: it must never leave your server");
    }
    var pem = PEM.matcher(text);
    if (!pem.matches()) {
      throw new Unusable("expected one PEM block PUBLIC KEY, or one JWK");
    }
    return read(pemBytes(pem.group(1)));
  }

  private static byte[] pemBytes(String base64) throws Unusable {
    try {
      return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw new Unusable("the PEM block is not base64");
    }
  }

  private static Read read(byte[] encoded) throws Unusable {
    for (var factory : new String[] {"RSA", "EC", "EdDSA"}) {
      try {
        var key = KeyFactory.getInstance(factory).generatePublic(new X509EncodedKeySpec(encoded));
        return checked(key);
      } catch (GeneralSecurityException e) {
        // Of another kind, then; when none is left, that is said.
      }
    }
    throw new Unusable("no public key of RSA, P-256 or Ed25519");
  }

  /**
   * What is known to be a key, if it is strong enough.
   *
   * @throws Unusable when it is private, weak, or of another kind
   */
  static Read checked(Key key) throws Unusable {
    if (key instanceof RSAPublicKey rsa) {
      return new Read(KeyAlgorithm.RS256, encoded(rsa, rsaFault(rsa)));
    }
    if (key instanceof ECPublicKey ec) {
      return new Read(KeyAlgorithm.ES256, encoded(ec, curveFault(ec)));
    }
    if (key instanceof EdECPublicKey ed) {
      var known = NamedParameterSpec.ED25519.getName().equals(ed.getParams().getName());
      return new Read(KeyAlgorithm.EDDSA, encoded(ed, known ? "" : "of EdDSA only Ed25519"));
    }
    throw new Unusable("no public key of RSA, P-256 or Ed25519");
  }

  private static byte[] encoded(PublicKey key, String fault) throws Unusable {
    if (!fault.isEmpty()) {
      throw new Unusable(fault);
    }
    return key.getEncoded();
  }

  private static String rsaFault(RSAPublicKey key) {
    var bits = key.getModulus().bitLength();
    if (bits < SHORTEST_RSA || bits > LONGEST_RSA) {
      return "an RSA key needs %d to %d bits, not %d".formatted(SHORTEST_RSA, LONGEST_RSA, bits);
    }
    var exponent = key.getPublicExponent();
    return !exponent.testBit(0) || exponent.bitLength() < 2 || exponent.bitLength() > 64
        ? "the RSA key's exponent is not a usual one"
        : "";
  }

  /** Only P-256, and only a point that lies on it: what an invalid one leaks is the host's. */
  private static String curveFault(ECPublicKey key) {
    var curve = key.getParams().getCurve();
    if (!P256_ORDER.equals(key.getParams().getOrder())) {
      return "of elliptic curves only P-256";
    }
    var p = ((ECFieldFp) curve.getField()).getP();
    var x = key.getW().getAffineX();
    var y = key.getW().getAffineY();
    var right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(p);
    return y.pow(2).mod(p).equals(right) ? "" : "the point does not lie on P-256";
  }

  /**
   * The key of bytes that {@link #read(String)} gave.
   *
   * @throws IllegalArgumentException when they are of another algorithm
   */
  static PublicKey decoded(KeyAlgorithm algorithm, byte[] encoded) {
    try {
      var factory =
          switch (algorithm) {
            case RS256 -> "RSA";
            case ES256 -> "EC";
            case EDDSA -> "Ed25519";
            case HS256 -> throw new IllegalArgumentException("HS256 has no public key");
          };
      return KeyFactory.getInstance(factory).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not the bytes of a key for " + algorithm, e);
    }
  }
}
