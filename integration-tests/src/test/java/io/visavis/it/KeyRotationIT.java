package io.visavis.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URL;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keys that are rolled and revoked while an account's people work. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class KeyRotationIT {
  private static final int ROLLS = 7;
  private static final int SECONDS_BETWEEN = 2;
  private static final String OVERLAP = "PT8S";

  @ArquillianResource URL base;
  private Service service;
  private OwnCompany company;
  private AtomicReference<SigningKey> newest;
  private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger renewals = new AtomicInteger();

  /** A key with which this host signs. */
  private record SigningKey(String kid, String algorithm, Function<String, byte[]> sign) {}

  @BeforeEach
  void aCompany() {
    service = new Service(base);
    company = new OwnCompany(service);
    company.grant();
    newest = new AtomicReference<>(secret(company.kid(), company.secret()));
  }

  @AfterEach
  void nothingStaysOpen() {
    company.revoke();
  }

  @Test
  void nobodyIsRefusedWhileASecretIsRolledUnderLoad() throws Exception {
    assertNobodyIsRefusedWhile(this::rollSecret);
  }

  @Test
  void nobodyIsRefusedWhileAPairOfKeysIsRolledUnderLoad() throws Exception {
    var pair = ecPair();
    var body = Service.JSON.createObjectNode().put("publicKey", pem(pair));
    newest.set(ec(made("/api/v1/keys", body).path("key").path("kid").asText(), pair));
    assertNobodyIsRefusedWhile(this::rollPair);
  }

  @Test
  void aConnectionEndsSoonAfterItsKeyWasRevoked() {
    var spare = made("/api/v1/keys", Service.JSON.createObjectNode());
    var first = newest.get();
    try (SignalingSocket panel = service.connect(Service.ORIGIN)) {
      panel.hello("panel", "token", token("agent"));
      newest.set(secret(spare.path("key").path("kid").asText(), spare.path("secret").asText()));
      var revoked = System.nanoTime();
      var answer = post("/api/v1/keys/" + first.kid() + "/revoke", "{}", token("admin"));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(panel.closeCode()).isEqualTo(4012);
      assertThat(Duration.ofNanos(System.nanoTime() - revoked)).isLessThan(Duration.ofSeconds(5));
    }
    try (SignalingSocket again = service.connect(Service.ORIGIN)) {
      var reply = again.hello("panel", "token", token("agent"));
      assertThat(reply.path("type").asText()).isEqualTo("ok");
    }
  }

  @Test
  void aShareEndsSoonAfterTheKeyOfItsAgentWasRevoked() {
    var spare = made("/api/v1/keys", Service.JSON.createObjectNode());
    var leaked = newest.get();
    var site = new Company(company.siteKey(), leaked.kid(), Service.SHOP_ORIGIN);
    try (var share = new Share(service, site, token("agent")).requested().accepted().live()) {
      newest.set(secret(spare.path("key").path("kid").asText(), spare.path("secret").asText()));
      var revoked = System.nanoTime();
      var answer = post("/api/v1/keys/" + leaked.kid() + "/revoke", "{}", token("admin"));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      var told = share.popup.untilState("ended");
      assertThat(Duration.ofNanos(System.nanoTime() - revoked)).isLessThan(Duration.ofSeconds(5));
      assertThat(told.path("endReason").asText()).isEqualTo("agent-lost");
      assertThat(told.path("endDetail").asText()).isEqualTo("key-revoked");
    }
  }

  private void assertNobodyIsRefusedWhile(Runnable roll) throws Exception {
    var rolls = new CountDownLatch(ROLLS);
    var people = Executors.newScheduledThreadPool(6);
    try (SignalingSocket one = service.connect(Service.ORIGIN);
        SignalingSocket other = service.connect(Service.ORIGIN)) {
      for (var panel : List.of(one, other)) {
        panel.hello("panel", "token", token("agent"));
        again(people, 700, () -> renew(panel));
      }
      again(people, 40, this::read);
      again(people, 40, this::read);
      again(people, 150, this::askAndWithdraw);
      people.scheduleAtFixedRate(
          () -> {
            noted(roll);
            rolls.countDown();
          },
          SECONDS_BETWEEN,
          SECONDS_BETWEEN,
          TimeUnit.SECONDS);
      assertThat(rolls.await(120, TimeUnit.SECONDS)).isTrue();
      people.shutdown();
      assertThat(people.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
      renew(one);
      renew(other);
    } finally {
      people.shutdownNow();
    }
    assertThat(refusals).isEmpty();
    assertThat(requests.get()).isGreaterThan(20 * ROLLS / 2);
    assertThat(renewals.get()).isGreaterThan(2 * ROLLS);
  }

  private void again(ScheduledExecutorService people, long millis, Runnable work) {
    people.scheduleWithFixedDelay(() -> noted(work), 0, millis, TimeUnit.MILLISECONDS);
  }

  private void noted(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | AssertionError e) {
      refusals.add(e.toString());
    }
  }

  private void read() {
    var answer = service.get("/api/v1/account", "Authorization", "Bearer " + token("agent"));
    expect(answer.statusCode() == 200, answer.body());
  }

  private void askAndWithdraw() {
    var body = "{\"visitorId\":\"" + Service.newVisitorId() + "\"}";
    var asked = post("/api/v1/share-requests", body, token("agent"));
    expect(asked.statusCode() == 201, asked.body());
    var id = Service.json(asked.body()).path("id").asText();
    var ended = post("/api/v1/sessions/" + id + "/end", "", token("agent"));
    expect(ended.statusCode() == 200, ended.body());
  }

  private void renew(SignalingSocket panel) {
    var reply = panel.request("token.renew", Share.fields().put("token", token("agent")));
    expect(reply.path("type").asText().equals("ok"), reply.toString());
    renewals.incrementAndGet();
  }

  private void expect(boolean good, String answer) {
    requests.incrementAndGet();
    if (!good) {
      refusals.add(answer);
    }
  }

  private void rollSecret() {
    var rolled = made("/api/v1/keys/" + newest.get().kid() + "/roll", overlap());
    newest.set(secret(rolled.path("key").path("kid").asText(), rolled.path("secret").asText()));
  }

  private void rollPair() {
    var pair = ecPair();
    var body = overlap().put("publicKey", pem(pair));
    var rolled = made("/api/v1/keys/" + newest.get().kid() + "/roll", body);
    newest.set(ec(rolled.path("key").path("kid").asText(), pair));
  }

  private static ObjectNode overlap() {
    return Service.JSON.createObjectNode().put("overlap", OVERLAP);
  }

  private JsonNode made(String path, ObjectNode body) {
    var answer = post(path, body.toString(), token("admin"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Service.json(answer.body());
  }

  private HttpResponse<String> post(String path, String body, String token) {
    return service.post(path, body, "Authorization", "Bearer " + token);
  }

  private String token(String role) {
    var key = newest.get();
    return AgentToken.with(
        header -> header.put("kid", key.kid()).put("alg", key.algorithm()),
        claims -> claims.put("iss", company.siteKey()).put("role", role),
        key.sign());
  }

  private static SigningKey secret(String kid, String secret) {
    return new SigningKey(kid, "HS256", text -> AgentToken.hmac(secret, text));
  }

  private static SigningKey ec(String kid, KeyPair pair) {
    return new SigningKey(
        kid,
        "ES256",
        text -> {
          try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return signature.sign();
          } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static KeyPair ecPair() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(KeyPair pair) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }
}
