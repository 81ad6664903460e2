package io.visavis.signaling.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jsonwebtoken.security.Jwks;
import io.visavis.signaling.account.KeyAlgorithm;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys may be registered, and in which form. */
class PublicKeysTest {
  private static final Map<String, PublicKey> OPEN =
      Map.of(
          "RS256", HostileKeyPairTokensTest.pair("RSA").getPublic(),
          "ES256", HostileKeyPairTokensTest.pair("P-256").getPublic(),
          "EdDSA", HostileKeyPairTokensTest.pair("Ed25519").getPublic());

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "ES256", "EdDSA"})
  void aPemBlockAndAJwkAreReadAsTheSameKey(String algorithm) throws Exception {
    var key = OPEN.get(algorithm);

    var pem = PublicKeys.read(pem("PUBLIC KEY", key.getEncoded()));
    var jwk = PublicKeys.read(jwk(key));

    assertThat(pem.algorithm().word()).isEqualTo(algorithm);
    assertThat(pem.encoded()).isEqualTo(jwk.encoded()).isEqualTo(key.getEncoded());
    assertThat(PublicKeys.decoded(pem.algorithm(), pem.encoded())).isEqualTo(key);
  }

  @Test
  void manyKeysOfEachKindSurviveTheirNumbers() throws Exception {
    for (int i = 0; i < 40; i++) {
      for (var kind : new String[] {"P-256", "Ed25519"}) {
        var key = HostileKeyPairTokensTest.pair(kind).getPublic();
        assertThat(PublicKeys.read(jwk(key)).encoded()).isEqualTo(key.getEncoded());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"P-384", "P-521", "Ed448", "X25519"})
  void keysOfOtherCurvesAreRefused(String kind) {
    var key = HostileKeyPairTokensTest.pair(kind).getPublic();

    refused(pem("PUBLIC KEY", key.getEncoded()), "");
  }

  @Test
  void anRsaKeyBelow2048BitsIsRefused() throws Exception {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    var key = generator.generateKeyPair().getPublic();

    refused(pem("PUBLIC KEY", key.getEncoded()), "2048");
    refused(raw(key), "2048");
  }

  @Test
  void privateKeysAreRefusedInWords() {
    for (var kind : new String[] {"RSA", "P-256", "Ed25519"}) {
      var pair = HostileKeyPairTokensTest.pair(kind);
      refused(pem("PRIVATE KEY", pair.getPrivate().getEncoded()), "private");
      var builder = Jwks.builder();
      var whole = builder.octetKeyPair(HostileKeyPairTokensTest.pair("Ed25519")).build();
      refused("{\"d\":\"AAAA\"," + jwk(pair.getPublic()).substring(1), "private");
      assertThat(whole).isNotNull();
    }
    refused("{\"kty\":\"oct\",\"k\":\"AAAA\"}", "secret");
  }

  @Test
  void aPointBesideTheCurveIsRefused() {
    var text = jwk(OPEN.get("ES256"));

    refused(text.replaceAll("\"y\":\"[^\"]{4}", "\"y\":\"AAAA"), "P-256");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | kty",
        "{\"kty\":\"RSA\"} | n",
        "{\"kty\":\"EC\",\"crv\":\"P-384\"} | P-256",
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"} | 32",
        "{\"kty\":\"OKP\",\"crv\":\"Ed448\",\"x\":\"AA\"} | Ed25519",
        "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"AA\"} | Ed25519",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%%\"} | x",
        "{\"kty\":\"RSA\",\"kty\":\"EC\"} | JSON",
        "{\"kty\":\"RSA\"} x | JSON",
        "-----BEGIN CERTIFICATE-----AAAA-----END CERTIFICATE----- | PEM",
        "-----BEGIN PUBLIC KEY-----AAAA-----END PUBLIC KEY----- | public key",
        "-----BEGIN PUBLIC KEY-----A-----END PUBLIC KEY----- | base64",
        "let me in | PEM"
      })
  void whatIsNoKeyIsRefused(String text, String word) {
    refused(text, word);
  }

  @Test
  void useAndAlgorithmHaveToFitWhereTheyAreGiven() throws Exception {
    var open = jwk(OPEN.get("RS256"));

    refused("{\"use\":\"enc\"," + open.substring(1), "use");
    refused("{\"alg\":\"RS512\"," + open.substring(1), "RS256");
    assertThat(
            PublicKeys.read("{\"use\":\"sig\",\"alg\":\"RS256\"," + open.substring(1)).algorithm())
        .isEqualTo(KeyAlgorithm.RS256);
  }

  @Test
  void aLongTextIsRefusedUnread() {
    refused("{" + " ".repeat(20_000) + "}", "longer");
  }

  @Test
  void oneBadEntrySpoilsNothingOfASet() throws Exception {
    var good = "{\"kid\":\"good\"," + jwk(OPEN.get("ES256")).substring(1);
    var twice = "{\"kid\":\"twice\"," + jwk(OPEN.get("EdDSA")).substring(1);
    var nameless = jwk(OPEN.get("RS256"));
    var set = "{\"keys\":[%s,%s,%s,%s,7]}".formatted(good, twice, twice, nameless);

    var entries = io.visavis.signaling.token.Jwks.set(set, 5);

    assertThat(entries.stream().filter(e -> e.key().isPresent()).map(e -> e.kid()))
        .containsExactly("good", "twice");
    assertThat(entries.stream().map(e -> e.why()).collect(Collectors.joining("\n")))
        .contains("twice", "no kid");
    assertThatThrownBy(() -> io.visavis.signaling.token.Jwks.set(set, 4))
        .isInstanceOf(PublicKeys.Unusable.class);
    assertThatThrownBy(() -> io.visavis.signaling.token.Jwks.set("{\"keys\":{}}", 4))
        .isInstanceOf(PublicKeys.Unusable.class);
  }

  private static void refused(String text, String word) {
    assertThatThrownBy(() -> PublicKeys.read(text))
        .isInstanceOf(PublicKeys.Unusable.class)
        .hasMessageContaining(word);
  }

  private static String pem(String label, byte[] der) {
    var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  /** The JWK as another implementation writes it. */
  static String jwk(PublicKey key) {
    return Jwks.builder().key(key).build().entrySet().stream()
        .map(entry -> "\"" + entry.getKey() + "\":\"" + entry.getValue() + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** For keys that the other implementation refuses too. */
  private static String raw(PublicKey key) {
    var rsa = (java.security.interfaces.RSAPublicKey) key;
    return "{\"kty\":\"RSA\",\"n\":\"%s\",\"e\":\"AQAB\"}"
        .formatted(
            Base64.getUrlEncoder().withoutPadding().encodeToString(rsa.getModulus().toByteArray()));
  }
}
