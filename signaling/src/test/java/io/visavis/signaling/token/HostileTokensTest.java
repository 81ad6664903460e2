package io.visavis.signaling.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Agent tokens that must not be accepted, each a named deviation from one that is. */
class HostileTokensTest {
  private final AgentTokens tokens = SampleTokens.agentTokens();

  @Test
  void validTokenSpeaksForItsAgent() {
    var agent = tokens.verify(SampleTokens.valid().compact());

    assertThat(agent.accountId()).isEqualTo("account-1");
    assertThat(agent.agentId()).isEqualTo("agent-7");
    assertThat(agent.name()).isEqualTo("Camille Rivière");
    assertThat(agent.role()).isEqualTo(Principal.Role.AGENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"李", "نور", "می\u200cخواهم", "7", "🧵", "Zoe\u0308", "\u200bCamille"})
  void namesOfAllScriptsArePassed(String name) {
    var agent = tokens.verify(SampleTokens.valid().claim("name", name).compact());

    assertThat(agent.name()).isEqualTo(name);
  }

  @TestFactory
  Stream<DynamicTest> everyDeviationIsRefused() throws NoSuchAlgorithmException {
    var corpus = new LinkedHashMap<String, String>();
    claims()
        .forEach((name, change) -> corpus.put(name, change.apply(SampleTokens.valid()).compact()));
    corpus.putAll(headers());
    corpus.putAll(signatures());
    corpus.putAll(texts());
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

  private static Map<String, UnaryOperator<JwtBuilder>> claims() {
    var now = SampleTokens.NOW;
    var map = new LinkedHashMap<String, UnaryOperator<JwtBuilder>>();
    map.put("no expiry", b -> b.expiration(null));
    map.put("no issue time", b -> b.issuedAt(null));
    map.put("no id", b -> b.id(null));
    map.put("blank id", b -> b.id(" "));
    map.put("no subject", b -> b.subject(null));
    map.put("blank subject", b -> b.subject(" "));
    map.put("long subject", b -> b.subject("a".repeat(129)));
    map.put("no issuer", b -> b.issuer(null));
    map.put("issuer of another account", b -> b.issuer("pk_other"));
    map.put("issuer in other case", b -> b.issuer("PK_ONE"));
    map.put("issuer is the service", b -> b.issuer("visavis"));
    map.put("no audience", b -> b.audience().clear().and());
    map.put("other audience", b -> b.audience().clear().add("other").and());
    map.put("audience in other case", b -> b.audience().clear().add("Visavis").and());
    map.put("expired", b -> b.expiration(Date.from(now.minusSeconds(31))));
    map.put(
        "expired a year ago",
        b ->
            b.issuedAt(Date.from(now.minusSeconds(31_600_000)))
                .expiration(Date.from(now.minusSeconds(31_500_000))));
    map.put("issued in the future", b -> b.issuedAt(Date.from(now.plusSeconds(60))));
    map.put("not before later", b -> b.notBefore(Date.from(now.plusSeconds(60))));
    map.put("lives too long", b -> b.expiration(Date.from(now.plusSeconds(901))));
    map.put("lives for years", b -> b.expiration(Date.from(now.plusSeconds(900_000_000))));
    map.put(
        "expires before it was issued",
        b -> b.issuedAt(Date.from(now.plusSeconds(20))).expiration(Date.from(now.plusSeconds(10))));
    map.put("no name", b -> b.claim("name", null));
    map.put("blank name", b -> b.claim("name", "   "));
    map.put("long name", b -> b.claim("name", "n".repeat(201)));
    map.put("name of zero-width characters", b -> b.claim("name", "\u200b\u200d\u2060\ufeff"));
    map.put("name of marks and fillers", b -> b.claim("name", "\u0301\u3164\ufe0f"));
    map.put("name with U+0000", b -> b.claim("name", "Camille\0"));
    map.put("name with half a surrogate pair", b -> b.claim("name", "Camille\ud83e"));
    map.put("subject with U+0000", b -> b.subject("agent\0007"));
    map.put("subject with half a surrogate pair", b -> b.subject("agent-\udc00"));
    map.put("visitor with U+0000", b -> b.claim("visitor", "visitor\0001"));
    map.put("name is a number", b -> b.claim("name", 7));
    map.put("name is a list", b -> b.claim("name", List.of("Camille")));
    map.put("no role", b -> b.claim("role", null));
    map.put("unknown role", b -> b.claim("role", "operator"));
    map.put("role in other case", b -> b.claim("role", "AGENT"));
    map.put("role is a list", b -> b.claim("role", List.of("agent", "admin")));
    map.put("role is an object", b -> b.claim("role", Map.of("agent", true)));
    map.put("role is true", b -> b.claim("role", true));
    map.put("visitor is a list", b -> b.claim("visitor", List.of("v1", "v2")));
    map.put("visitor is an object", b -> b.claim("visitor", Map.of("$ne", 1)));
    return map;
  }

  private static Map<String, String> headers() {
    var map = new LinkedHashMap<String, String>();
    map.put("no type", SampleTokens.valid().header().type(null).and().compact());
    map.put("plain type", SampleTokens.valid().header().type("JWT").and().compact());
    for (var other : List.of(ServiceTokens.VISITOR, ServiceTokens.POPUP, ServiceTokens.OPERATOR)) {
      map.put("type " + other, SampleTokens.valid().header().type(other).and().compact());
    }
    for (var kid :
        List.of(
            "unknown",
            "../../etc/passwd",
            "' OR 1=1 --",
            "http://127.0.0.1/key",
            "a\u0000b",
            "k".repeat(129),
            "KEY-1",
            "key-1 ",
            "")) {
      map.put(
          "kid " + (kid.length() > 40 ? "too long" : kid),
          SampleTokens.valid().header().keyId(kid).and().compact());
    }
    map.put("no kid", SampleTokens.valid().header().keyId(null).and().compact());
    map.put(
        "unknown critical header",
        SampleTokens.raw(
            "{\"alg\":\"HS256\",\"typ\":\""
                + AgentTokens.TYP
                + "\",\"kid\":\"key-1\",\"crit\":[\"x\"],\"x\":1}"));
    map.put(
        "algorithm none",
        SampleTokens.raw(
            "{\"alg\":\"none\",\"typ\":\"" + AgentTokens.TYP + "\",\"kid\":\"key-1\"}"));
    map.put(
        "algorithm None",
        SampleTokens.raw(
            "{\"alg\":\"None\",\"typ\":\"" + AgentTokens.TYP + "\",\"kid\":\"key-1\"}"));
    map.put(
        "no algorithm",
        SampleTokens.raw("{\"typ\":\"" + AgentTokens.TYP + "\",\"kid\":\"key-1\"}"));
    map.put(
        "compressed",
        SampleTokens.raw(
            "{\"alg\":\"HS256\",\"zip\":\"DEF\",\"typ\":\""
                + AgentTokens.TYP
                + "\",\"kid\":\"key-1\"}"));
    map.put(
        "key in the header",
        SampleTokens.raw(
            "{\"alg\":\"HS256\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"},\"typ\":\""
                + AgentTokens.TYP
                + "\",\"kid\":\"other\"}"));
    return map;
  }

  private static Map<String, String> signatures() throws NoSuchAlgorithmException {
    var map = new LinkedHashMap<String, String>();
    var valid = SampleTokens.valid().compact();
    var cut = valid.lastIndexOf('.');
    map.put("no signature", valid.substring(0, cut + 1));
    map.put("cut signature", valid.substring(0, valid.length() - 4));
    map.put(
        "another's signature",
        valid.substring(0, cut)
            + SampleTokens.valid()
                .subject("other")
                .compact()
                .substring(SampleTokens.valid().subject("other").compact().lastIndexOf('.')));
    var stranger = Keys.hmacShaKeyFor("x".repeat(32).getBytes(StandardCharsets.UTF_8));
    map.put("signed with a stranger's key", SampleTokens.unsigned().signWith(stranger).compact());
    var key = Keys.hmacShaKeyFor(SampleTokens.LONG_SECRET);
    map.put(
        "HS512 with a known key",
        SampleTokens.unsigned()
            .header()
            .keyId("key-long")
            .and()
            .signWith(key, Jwts.SIG.HS512)
            .compact());
    map.put(
        "HS384 with a known key",
        SampleTokens.unsigned()
            .header()
            .keyId("key-long")
            .and()
            .signWith(key, Jwts.SIG.HS384)
            .compact());
    var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    map.put("RS256", SampleTokens.unsigned().signWith(rsa.getPrivate(), Jwts.SIG.RS256).compact());
    map.put(
        "encrypted",
        Jwts.builder()
            .header()
            .keyId("key-1")
            .and()
            .subject("a")
            .encryptWith(new SecretKeySpec(SampleTokens.SECRET, "AES"), Jwts.ENC.A256GCM)
            .compact());
    return map;
  }

  private static Map<String, String> texts() {
    var map = new LinkedHashMap<String, String>();
    map.put("empty", "");
    map.put("blank", "   ");
    map.put("one dot", ".");
    map.put("two dots", "..");
    map.put("four dots", "....");
    map.put("not base64", "%%%.%%%.%%%");
    map.put("a sentence", "let me in");
    map.put("too long", "a".repeat(TokenParsers.MAXIMUM_LENGTH + 1));
    map.put("a megabyte", "a".repeat(1_000_000));
    map.put("NUL bytes", "\u0000.\u0000.\u0000");
    map.put("payload is an array", SampleTokens.raw("{\"alg\":\"HS256\",\"kid\":\"key-1\"}", "[]"));
    map.put("payload is no JSON", SampleTokens.raw("{\"alg\":\"HS256\",\"kid\":\"key-1\"}", "{{{"));
    map.put("valid with a bearer prefix", "Bearer " + SampleTokens.valid().compact());
    map.put("valid twice", SampleTokens.valid().compact() + SampleTokens.valid().compact());
    map.put(
        "header is an array",
        Base64.getUrlEncoder().encodeToString("[]".getBytes(StandardCharsets.UTF_8)) + ".e30.AAAA");
    return map;
  }
}
