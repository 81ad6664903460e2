package io.visavis.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keys over REST, as an account admin and the operator manage them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class KeysIT {
  @ArquillianResource URL base;
  private Service service;
  private final String kid = "it-" + UUID.randomUUID();

  @BeforeEach
  void service() {
    service = new Service(base);
  }

  private HttpResponse<String> post(String path, String body, String token) {
    return service.post("/api/v1" + path, body, "Authorization", "Bearer " + token);
  }

  private HttpResponse<String> put(String path, String body, String token) {
    return service.put("/api/v1" + path, body, "Authorization", "Bearer " + token);
  }

  private JsonNode ok(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Service.json(answer.body());
  }

  private int statusWith(String token) {
    return service.get("/api/v1/account", "Authorization", "Bearer " + token).statusCode();
  }

  private static String signedWith(String kid, String secret) {
    return AgentToken.with(
        header -> header.put("kid", kid), claims -> {}, text -> AgentToken.hmac(secret, text));
  }

  private JsonNode listed(String wanted) {
    var all =
        ok(
            service.get("/api/v1/keys", "Authorization", "Bearer " + AgentToken.ofLumensAdmin()),
            200);
    for (var key : all.path("items")) {
      if (key.path("kid").asText().equals(wanted)) {
        return key;
      }
    }
    throw new AssertionError("not listed: " + wanted);
  }

  @Test
  void aNewSecretIsShownOnceAndSignsAtOnce() {
    var admin = AgentToken.ofLumensAdmin();
    var made = ok(post("/keys", "{\"kid\":\"" + kid + "\"}", admin), 201);
    var secret = made.path("secret").asText();

    assertThat(secret).hasSizeGreaterThanOrEqualTo(43);
    assertThat(statusWith(signedWith(kid, secret))).isEqualTo(200);
    assertThat(listed(kid).path("lastUsedAt").isNull()).isFalse();
    assertThat(listed(kid).path("createdBy").asText()).isEqualTo("Alix");
    assertThat(listed(kid).toString()).doesNotContain(secret);
    assertThat(post("/keys", "{\"kid\":\"" + kid + "\"}", admin).statusCode()).isEqualTo(400);
  }

  @Test
  void aRevokedKeyIsRefusedWithTheNextToken() {
    var admin = AgentToken.ofLumensAdmin();
    var secret = ok(post("/keys", "{\"kid\":\"" + kid + "\"}", admin), 201).path("secret").asText();
    var token = signedWith(kid, secret);
    assertThat(statusWith(token)).isEqualTo(200);

    var revoked = ok(post("/keys/" + kid + "/revoke", "{}", admin), 200);

    assertThat(revoked.path("state").asText()).isEqualTo("revoked");
    assertThat(statusWith(token)).isEqualTo(401);
    assertThat(post("/keys/" + kid + "/roll", "{}", admin).statusCode()).isEqualTo(409);
  }

  @Test
  void aRolledKeyStaysGoodBesideItsSuccessorForAWhile() {
    var admin = AgentToken.ofLumensAdmin();
    var old = ok(post("/keys", "{\"kid\":\"" + kid + "\"}", admin), 201).path("secret").asText();

    var rolled = ok(post("/keys/" + kid + "/roll", "{\"overlap\":\"PT1H\"}", admin), 201);
    var successor = rolled.path("key").path("kid").asText();

    assertThat(statusWith(signedWith(kid, old))).isEqualTo(200);
    assertThat(statusWith(signedWith(successor, rolled.path("secret").asText()))).isEqualTo(200);
    assertThat(rolled.path("replaced").path("state").asText()).isEqualTo("ending");
    for (var overlap : List.of("P2Y", "-PT1H", "P31D", "soon", "1")) {
      var answer = post("/keys/" + successor + "/roll", "{\"overlap\":\"" + overlap + "\"}", admin);
      assertThat(ok(answer, 400).path("pointer").asText()).isEqualTo("/overlap");
    }
    post("/keys/" + kid + "/revoke", "{}", admin);
    post("/keys/" + successor + "/revoke", "{}", admin);
    assertThat(statusWith(signedWith(kid, old))).isEqualTo(401);
  }

  @Test
  void aRegisteredPublicKeyVerifiesWhatItsPrivateKeySigned() throws Exception {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var pem = pem("PUBLIC KEY", pair.getPublic().getEncoded());
    var body = Service.JSON.createObjectNode().put("kid", kid).put("publicKey", pem);

    var made = ok(post("/keys", body.toString(), AgentToken.ofLumensAdmin()), 201);

    assertThat(made.path("secret").isNull()).isTrue();
    assertThat(made.path("key").path("algorithm").asText()).isEqualTo("EdDSA");
    assertThat(statusWith(edSigned(kid, pair, claims -> {}))).isEqualTo(200);
    // The public key is public: as a secret of HS256 it opens nothing.
    for (var secret :
        List.of(pem, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()))) {
      assertThat(statusWith(signedWith(kid, secret))).isEqualTo(401);
    }
    assertThat(statusWith(edSigned(kid, pair, claims -> claims.put("iss", "pk_demo_brume"))))
        .isEqualTo(401);
    post("/keys/" + kid + "/revoke", "{}", AgentToken.ofLumensAdmin());
  }

  @Test
  void badKeysAreRefusedWithTheFieldNamed() throws Exception {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var bad =
        List.of(
            pem("PRIVATE KEY", pair.getPrivate().getEncoded()),
            "{\"kty\":\"oct\",\"k\":\"AAAA\"}",
            "ssh-ed25519 AAAA",
            "");
    for (var key : bad) {
      var body = Service.JSON.createObjectNode().put("publicKey", key).toString();
      assertThat(ok(post("/keys", body, AgentToken.ofLumensAdmin()), 400).path("pointer").asText())
          .isEqualTo("/publicKey");
    }
    for (var id : List.of("", "..", "a/b", "jwks", "try", "é", "k".repeat(129))) {
      var body = Service.JSON.createObjectNode().put("kid", id).toString();
      assertThat(ok(post("/keys", body, AgentToken.ofLumensAdmin()), 400).path("pointer").asText())
          .isEqualTo("/kid");
    }
  }

  @Test
  void foreignAndUnknownKeysAnswerAlikeAndOnlyAdminsAsk() {
    var brume = AgentToken.ofBrumesAdmin();
    for (var action : List.of("revoke", "roll")) {
      var foreign = post("/keys/demo-lumen/" + action, "{}", brume);
      var unknown = post("/keys/nobody-" + kid + "/" + action, "{}", brume);
      assertThat(foreign.statusCode()).isEqualTo(404);
      assertThat(foreign.body()).isEqualTo(unknown.body());
    }
    assertThat(
            service
                .get("/api/v1/keys", "Authorization", "Bearer " + AgentToken.ofLumen())
                .statusCode())
        .isEqualTo(403);
    assertThat(post("/keys/try", "{\"token\":\"a.b.c\"}", AgentToken.ofLumen()).statusCode())
        .isEqualTo(403);
  }

  @Test
  void anAdminLearnsWhyATokenIsRefused() {
    var admin = AgentToken.ofLumensAdmin();
    var late = AgentToken.with(header -> {}, claims -> claims.put("exp", 1));
    var long_ = AgentToken.with(header -> {}, claims -> claims.put("exp", 99_999_999_999L));

    assertThat(tried(AgentToken.ofLumen(), admin).path("accepted").asBoolean()).isTrue();
    assertThat(tried(late, admin).path("fault").asText()).isEqualTo("expired");
    assertThat(tried(long_, admin).path("fault").asText()).isEqualTo("life");
    assertThat(tried(signedWith("demo-lumen", "x".repeat(40)), admin).path("fault").asText())
        .isEqualTo("signature");
    assertThat(tried(AgentToken.ofBrume(), admin).path("fault").asText()).isEqualTo("issuer");
    assertThat(tried(AgentToken.ofLumen(), admin).path("claims").path("name").asText())
        .isEqualTo("Camille");
  }

  private JsonNode tried(String token, String admin) {
    return ok(
        post("/keys/try", Service.JSON.createObjectNode().put("token", token).toString(), admin),
        200);
  }

  @Test
  void keysOfAHostsSetAreGoodForItsOwnAccountOnly() throws Exception {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var set = new AtomicReference<>("{\"keys\":[" + jwk(kid, pair) + "]}");
    var host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    host.createContext(
        "/jwks.json",
        exchange -> {
          var body = set.get().getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    host.start();
    var admin = AgentToken.ofLumensAdmin();
    try {
      var url = "http://localhost:" + host.getAddress().getPort() + "/jwks.json";
      var body = Service.JSON.createObjectNode().put("url", url).toString();
      var tested = ok(post("/keys/jwks/test", body, admin), 200);
      assertThat(tested.path("keys").path(0).path("algorithm").asText()).isEqualTo("EdDSA");

      ok(put("/keys/jwks", body, admin), 200);

      assertThat(statusWith(edSigned(kid, pair, claims -> {}))).isEqualTo(200);
      assertThat(statusWith(edSigned(kid, pair, claims -> claims.put("iss", "pk_demo_brume"))))
          .isEqualTo(401);
    } finally {
      host.stop(0);
      assertThat(put("/keys/jwks", "{}", admin).statusCode()).isEqualTo(400);
      assertThat(
              service.delete("/api/v1/keys/jwks", "Authorization", "Bearer " + admin).statusCode())
          .isEqualTo(204);
    }
    assertThat(statusWith(edSigned(kid, pair, claims -> {}))).isEqualTo(401);
  }

  @Test
  void addressesOfKeySetsThatMayNotBeReachedAreRefused() {
    for (var url :
        List.of(
            "http://169.254.169.254/latest", "http://example.com/jwks", "https://10.0.0.1/", "x")) {
      var body = Service.JSON.createObjectNode().put("url", url).toString();
      for (var path : List.of("/keys/jwks/test", "/keys/jwks")) {
        var answer =
            path.endsWith("test")
                ? post(path, body, AgentToken.ofLumensAdmin())
                : put(path, body, AgentToken.ofLumensAdmin());
        assertThat(ok(answer, 400).path("pointer").asText()).as(url).isEqualTo("/url");
      }
    }
  }

  @Test
  void anAccountIsRegisteredWithoutSqlAndItsAdminComesIn() {
    var operator = operatorToken();
    var ask =
        "{\"name\":\"Nouvelle %s\",\"siteOrigins\":[\"https://www.nouvelle.example\"],\"backofficeOrigins\":[]}"
            .formatted(kid);
    var made = ok(post("/operator/accounts", ask, operator), 201);
    var siteKey = made.path("account").path("siteKey").asText();
    var id = made.path("account").path("id").asText();
    var token =
        AgentToken.with(
            header -> header.put("kid", made.path("key").path("kid").asText()),
            claims -> claims.put("iss", siteKey).put("role", "admin"),
            text -> AgentToken.hmac(made.path("key").path("secret").asText(), text));

    assertThat(
            ok(service.get("/api/v1/account", "Authorization", "Bearer " + token), 200)
                .path("reason")
                .asText())
        .isEqualTo("never-granted");

    var origins =
        "{\"siteOrigins\":[\"https://shop.nouvelle.example\"],\"backofficeOrigins\":[\"https://desk.nouvelle.example:8443\"]}";
    var changed = ok(put("/operator/accounts/" + id + "/origins", origins, operator), 200);
    assertThat(changed.path("siteOrigins").path(0).asText())
        .isEqualTo("https://shop.nouvelle.example");
    assertThat(ok(post("/operator/accounts/" + id + "/keys", "", operator), 201).path("key"))
        .isNotEmpty();
    assertThat(post("/operator/accounts/nobody/keys", "", operator).statusCode()).isEqualTo(404);
    assertThat(post("/operator/accounts", ask, AgentToken.ofLumensAdmin()).statusCode())
        .isEqualTo(401);
  }

  @Test
  void badOriginsAreRefusedWithTheirPlace() {
    for (var origin :
        List.of(
            "http://www.example.com",
            "https://www.example.com/",
            "https://WWW.example.com",
            "https://www.example.com:443",
            "https://*.example.com",
            "javascript:alert(1)",
            "null")) {
      var body = Service.JSON.createObjectNode().put("name", "N");
      body.putArray("siteOrigins").add("https://good.example").add(origin);
      body.putArray("backofficeOrigins");
      var answer = post("/operator/accounts", body.toString(), operatorToken());
      assertThat(ok(answer, 400).path("pointer").asText()).as(origin).isEqualTo("/siteOrigins/1");
    }
  }

  private String operatorToken() {
    var answer =
        service.post("/api/v1/operator/sign-in", "{\"name\":\"operator\",\"password\":\"demo\"}");
    return ok(answer, 200).path("token").asText();
  }

  private static String edSigned(
      String kid, KeyPair pair, Consumer<com.fasterxml.jackson.databind.node.ObjectNode> claims) {
    return AgentToken.with(
        header -> header.put("kid", kid).put("alg", "EdDSA"),
        claims,
        text -> {
          try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(US_ASCII));
            return signature.sign();
          } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static String jwk(String kid, KeyPair pair) {
    var der = pair.getPublic().getEncoded();
    var x =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Arrays.copyOfRange(der, der.length - 32, der.length));
    return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"%s\",\"x\":\"%s\"}".formatted(kid, x);
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getEncoder().encodeToString(der), label);
  }
}
