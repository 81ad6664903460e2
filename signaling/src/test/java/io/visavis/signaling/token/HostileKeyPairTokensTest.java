package io.visavis.signaling.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import io.jsonwebtoken.security.Keys;
import io.jsonwebtoken.security.SecureDigestAlgorithm;
import io.visavis.signaling.MemoryKeys;
import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.account.KeyAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Date;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tokens of registered public keys that must not be accepted, for each algorithm. */
class HostileKeyPairTokensTest {
  private static final Map<KeyAlgorithm, KeyPair> PAIRS = pairs();
  private static final Map<KeyAlgorithm, KeyPair> STRANGERS = pairs();

  private final MemoryKeys keys = registered();
  private final AgentTokens tokens = SampleTokens.agentTokens(PublishedKeys.NONE, keys);

  private static Map<KeyAlgorithm, KeyPair> pairs() {
    var pairs = new EnumMap<KeyAlgorithm, KeyPair>(KeyAlgorithm.class);
    pairs.put(KeyAlgorithm.RS256, pair("RSA"));
    pairs.put(KeyAlgorithm.ES256, pair("P-256"));
    pairs.put(KeyAlgorithm.EDDSA, pair("Ed25519"));
    return pairs;
  }

  static KeyPair pair(String kind) {
    try {
      var curve = kind.startsWith("P-") || kind.startsWith("secp");
      var generator = KeyPairGenerator.getInstance(curve ? "EC" : kind);
      if (curve) {
        generator.initialize(
            new ECGenParameterSpec(
                kind.replace("P-", "secp") + (kind.startsWith("P-") ? "r1" : "")));
      } else if (kind.equals("RSA")) {
        generator.initialize(2048);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MemoryKeys registered() {
    var keys = SampleTokens.keys();
    PAIRS.forEach(
        (algorithm, pair) ->
            keys.add(
                new AgentKey(
                    algorithm.word(), "account-1", algorithm, pair.getPublic().getEncoded()),
                "test",
                SampleTokens.NOW,
                9));
    return keys;
  }

  private static JwtBuilder unsigned(KeyAlgorithm algorithm) {
    return SampleTokens.unsigned().header().keyId(algorithm.word()).and();
  }

  private static String signed(JwtBuilder token, KeyAlgorithm algorithm) {
    return signed(token, algorithm, PAIRS.get(algorithm).getPrivate());
  }

  private static String signed(JwtBuilder token, KeyAlgorithm algorithm, PrivateKey key) {
    SecureDigestAlgorithm<PrivateKey, ?> digest =
        switch (algorithm) {
          case RS256 -> Jwts.SIG.RS256;
          case ES256 -> Jwts.SIG.ES256;
          case EDDSA -> Jwts.SIG.EdDSA;
          case HS256 -> throw new IllegalArgumentException();
        };
    return token.signWith(key, digest).compact();
  }

  @TestFactory
  Stream<DynamicTest> aGenuineTokenOfEachAlgorithmSpeaksForItsAgent() {
    return PAIRS.keySet().stream()
        .map(
            algorithm ->
                dynamicTest(
                    algorithm.word(),
                    () ->
                        assertThat(tokens.verify(signed(unsigned(algorithm), algorithm)).agentId())
                            .isEqualTo("agent-7")));
  }

  @TestFactory
  Stream<DynamicTest> everyDeviationIsRefused() {
    var corpus = new LinkedHashMap<String, String>();
    for (var algorithm : PAIRS.keySet()) {
      var name = algorithm.word() + ": ";
      claims(algorithm).forEach((what, token) -> corpus.put(name + what, token));
      signatures(algorithm).forEach((what, token) -> corpus.put(name + what, token));
      headers(algorithm).forEach((what, token) -> corpus.put(name + what, token));
    }
    assertThat(corpus).hasSizeGreaterThanOrEqualTo(60);
    return corpus.entrySet().stream()
        .map(
            token ->
                dynamicTest(
                    token.getKey(),
                    () ->
                        assertThatThrownBy(() -> tokens.verify(token.getValue()))
                            .isInstanceOf(TokenRefused.class)
                            .hasNoCause()));
  }

  private static Map<String, String> claims(KeyAlgorithm algorithm) {
    var now = SampleTokens.NOW;
    var map = new LinkedHashMap<String, String>();
    map.put("no expiry", signed(unsigned(algorithm).expiration(null), algorithm));
    map.put(
        "expired",
        signed(unsigned(algorithm).expiration(Date.from(now.minusSeconds(31))), algorithm));
    map.put(
        "lives too long",
        signed(unsigned(algorithm).expiration(Date.from(now.plusSeconds(901))), algorithm));
    map.put("another account", signed(unsigned(algorithm).issuer("pk_two"), algorithm));
    map.put("unknown account", signed(unsigned(algorithm).issuer("pk_nobody"), algorithm));
    map.put("no id", signed(unsigned(algorithm).id(null), algorithm));
    map.put("role operator", signed(unsigned(algorithm).claim("role", "operator"), algorithm));
    map.put(
        "other audience", signed(unsigned(algorithm).audience().clear().add("x").and(), algorithm));
    return map;
  }

  private static Map<String, String> signatures(KeyAlgorithm algorithm) {
    var map = new LinkedHashMap<String, String>();
    var genuine = signed(unsigned(algorithm), algorithm);
    var open = genuine.substring(0, genuine.lastIndexOf('.'));
    var length = Base64.getUrlDecoder().decode(genuine.substring(open.length() + 1)).length;
    map.put("zero signature", open + "." + encoded(new byte[length]));
    map.put("empty signature", open + ".");
    map.put("one byte", open + ".AA");
    map.put("all ones", open + "." + encoded(filled(length, 0xff)));
    map.put("signature twice", genuine + genuine.substring(open.length() + 1));
    map.put("cut signature", genuine.substring(0, genuine.length() - 8));
    map.put(
        "signed by a stranger",
        signed(unsigned(algorithm), algorithm, STRANGERS.get(algorithm).getPrivate()));
    map.put("changed claims", changed(genuine));
    if (algorithm == KeyAlgorithm.ES256) {
      map.put("DER in place of r and s", open + "." + encoded(der(open)));
    }
    return map;
  }

  private static byte[] der(String open) {
    try {
      var signer = java.security.Signature.getInstance("SHA256withECDSA");
      signer.initSign(PAIRS.get(KeyAlgorithm.ES256).getPrivate());
      signer.update(open.getBytes(StandardCharsets.US_ASCII));
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> headers(KeyAlgorithm algorithm) {
    var map = new LinkedHashMap<String, String>();
    var open = PAIRS.get(algorithm).getPublic().getEncoded();
    for (var secret : List.of(open, pem(open), Base64.getEncoder().encode(open))) {
      map.put(
          "HS256 with the public key as the secret, " + secret.length + " bytes",
          unsigned(algorithm).signWith(Keys.hmacShaKeyFor(secret), Jwts.SIG.HS256).compact());
    }
    map.put("algorithm none", header(algorithm, "none") + ".AA");
    map.put("algorithm in lower case", header(algorithm, algorithm.word().toLowerCase()) + ".AA");
    for (var other : PAIRS.keySet()) {
      if (other != algorithm) {
        map.put("signed as " + other.word(), signed(unsigned(algorithm), other));
      }
    }
    map.put(
        "the kid of a secret",
        signed(unsigned(algorithm).header().keyId("key-1").and(), algorithm));
    map.put(
        "a key in the header",
        signed(
            unsigned(algorithm)
                .header()
                .jwk(Jwks.builder().key(STRANGERS.get(algorithm).getPublic()).build())
                .and(),
            algorithm,
            STRANGERS.get(algorithm).getPrivate()));
    for (var address : List.of("jku", "x5u")) {
      map.put(
          address + " in the header",
          signed(
              unsigned(algorithm).header().add(address, "http://127.0.0.1:1/jwks").and(),
              algorithm,
              STRANGERS.get(algorithm).getPrivate()));
    }
    map.put(
        "a critical header",
        signed(unsigned(algorithm).header().add("b64", false).and(), algorithm));
    map.putAll(wider(algorithm));
    return map;
  }

  /** The same family with another hash, size or curve. */
  private static Map<String, String> wider(KeyAlgorithm algorithm) {
    var token = unsigned(algorithm);
    var rsa = PAIRS.get(KeyAlgorithm.RS256).getPrivate();
    return switch (algorithm) {
      case RS256 ->
          Map.of(
              "RS512", token.signWith(rsa, Jwts.SIG.RS512).compact(),
              "PS256", unsigned(algorithm).signWith(rsa, Jwts.SIG.PS256).compact());
      case ES256 ->
          Map.of(
              "ES384 of another curve",
              token.signWith(pair("P-384").getPrivate(), Jwts.SIG.ES384).compact());
      case EDDSA ->
          Map.of("Ed448", token.signWith(pair("Ed448").getPrivate(), Jwts.SIG.EdDSA).compact());
      case HS256 -> Map.of();
    };
  }

  private static byte[] pem(byte[] der) {
    var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return ("-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String header(KeyAlgorithm algorithm, String alg) {
    var genuine = signed(unsigned(algorithm), algorithm);
    var header =
        "{\"alg\":\"%s\",\"typ\":\"%s\",\"kid\":\"%s\"}"
            .formatted(alg, AgentTokens.TYP, algorithm.word());
    return encoded(header.getBytes(StandardCharsets.UTF_8)) + "." + genuine.split("\\.")[1];
  }

  private static String changed(String genuine) {
    var parts = genuine.split("\\.");
    var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    var admin = claims.replace("\"role\":\"agent\"", "\"role\":\"admin\"");
    return parts[0] + "." + encoded(admin.getBytes(StandardCharsets.UTF_8)) + "." + parts[2];
  }

  private static byte[] filled(int length, int value) {
    var bytes = new byte[length];
    java.util.Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Test
  void anAccountsSetIsAskedForItsOwnKeysOnly() {
    var pair = PAIRS.get(KeyAlgorithm.ES256);
    var ofTwo =
        new AgentKey("shared", "account-2", KeyAlgorithm.ES256, pair.getPublic().getEncoded());
    PublishedKeys published =
        (account, kid) -> Optional.of(ofTwo).filter(key -> account.equals("account-2"));
    var withSets = SampleTokens.agentTokens(published, keys);
    var token = unsigned(KeyAlgorithm.ES256).header().keyId("shared").and();

    assertThat(withSets.verify(signed(token.issuer("pk_two"), KeyAlgorithm.ES256)).accountId())
        .isEqualTo("account-2");
    assertThatThrownBy(() -> withSets.verify(signed(token.issuer("pk_one"), KeyAlgorithm.ES256)))
        .isInstanceOf(TokenRefused.class);
  }

  @Test
  void aPublishedSecretIsNeverUsed() {
    var secret = new SecretKeySpec(SampleTokens.SECRET, "HmacSHA256");
    PublishedKeys published =
        (account, kid) ->
            Optional.of(new AgentKey(kid, account, KeyAlgorithm.HS256, SampleTokens.SECRET));
    var token = SampleTokens.unsigned().header().keyId("theirs").and().signWith(secret).compact();

    assertThatThrownBy(() -> SampleTokens.agentTokens(published, keys).verify(token))
        .isInstanceOf(TokenRefused.class);
  }

  @Test
  void aRevokedIdStaysRevokedWhateverTheHostPublishesUnderIt() {
    var pair = PAIRS.get(KeyAlgorithm.ES256);
    var token = signed(unsigned(KeyAlgorithm.ES256), KeyAlgorithm.ES256);
    keys.revoke("account-1", "ES256", SampleTokens.NOW, SampleTokens.NOW);
    PublishedKeys published =
        (account, kid) ->
            Optional.of(
                new AgentKey(kid, account, KeyAlgorithm.ES256, pair.getPublic().getEncoded()));

    assertThatThrownBy(() -> SampleTokens.agentTokens(published, keys).verify(token))
        .isInstanceOfSatisfying(
            TokenRefused.class,
            refused -> assertThat(refused.fault()).isEqualTo(TokenFault.KEY_REVOKED));
  }

  @Test
  void theLastUseIsNotedOnceAMinute() {
    tokens.verify(signed(unsigned(KeyAlgorithm.EDDSA), KeyAlgorithm.EDDSA));

    assertThat(keys.find("account-1", "EdDSA").orElseThrow().facts().lastUsedAt())
        .isEqualTo(SampleTokens.NOW);
  }
}
