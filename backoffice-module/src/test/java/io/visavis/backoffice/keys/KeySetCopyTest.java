package io.visavis.backoffice.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.backoffice.configuration.KeySettings;
import io.visavis.backoffice.outbound.AddressRefused;
import io.visavis.backoffice.outbound.CheckedHttp;
import io.visavis.signaling.account.AgentKey;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** When a host's key set is fetched, and what happens while the host does not answer. */
class KeySetCopyTest {
  private static final KeySettings.KeySets SETTINGS =
      new KeySettings.KeySets(
          Duration.ofMinutes(10),
          Duration.ofMinutes(1),
          Duration.ofHours(24),
          Duration.ofSeconds(5),
          65_536,
          32);

  private final Host host = new Host();
  private final Semaphore waiting = new Semaphore(2);
  private final HandClock clock = new HandClock();
  private final KeySetCopy copy = copy(Runnable::run);

  private KeySetCopy copy(Executor executor) {
    var fetch = new KeySetFetch(host, new KeySettings(20, Duration.ofDays(1), 9, SETTINGS));
    return new KeySetCopy(
        "account-1", "https://host.example/jwks", fetch, SETTINGS, clock, executor, waiting);
  }

  @Test
  void aKeyIsFetchedOnceAndThenKept() {
    host.publish("one", "two");

    assertThat(copy.key("one").map(AgentKey::accountId)).contains("account-1");
    assertThat(copy.key("two")).isPresent();
    clock.pass(Duration.ofMinutes(9));
    assertThat(copy.key("one")).isPresent();
    assertThat(host.asked).isEqualTo(1);
  }

  @Test
  void anUnknownKeyIsAskedForOnceAMinuteAtMost() {
    host.publish("one");
    copy.key("one");
    for (int second = 0; second < 59; second++) {
      assertThat(copy.key("attack-" + second)).isEmpty();
      clock.pass(Duration.ofSeconds(1));
    }
    assertThat(host.asked).isEqualTo(1);
    host.publish("one", "new");
    clock.pass(Duration.ofSeconds(1));
    assertThat(copy.key("new")).isPresent();
    assertThat(host.asked).isEqualTo(2);
  }

  @Test
  void aKeyThatIsNoLongerPublishedIsGoneWithTheNextCopy() {
    host.publish("one", "two");
    copy.key("one");
    host.publish("two");
    clock.pass(Duration.ofMinutes(10));
    copy.key("two");

    assertThat(copy.key("one")).isEmpty();
  }

  @Test
  void theLastCopyIsUsedWhileTheHostIsDownButNotForever() {
    host.publish("one");
    copy.key("one");
    host.down();
    clock.pass(Duration.ofHours(23));
    assertThat(copy.key("one")).isPresent();
    assertThat(copy.known().problem()).isEqualTo("unreachable");
    clock.pass(Duration.ofHours(1));
    assertThat(copy.key("one")).isEmpty();
  }

  @Test
  void aHostThatIsDownIsAskedOnceAMinuteAtMost() {
    host.down();
    for (int i = 0; i < 50; i++) {
      assertThat(copy.key("one")).isEmpty();
    }
    assertThat(host.asked).isEqualTo(1);
  }

  @Test
  void whatIsNoKeySetIsToldAsThat() {
    host.answer(200, "<html>", true);
    assertThat(problem()).isEqualTo("content");
    host.answer(404, "{}", true);
    assertThat(problem()).isEqualTo("status");
    host.answer(302, "{}", true);
    assertThat(problem()).isEqualTo("status");
    host.answer(200, "{\"keys\":[]}", false);
    assertThat(problem()).isEqualTo("size");
    host.answer(200, "{\"keys\":[" + "{},".repeat(32) + "{}]}", true);
    assertThat(problem()).isEqualTo("content");
    host.refused();
    assertThat(problem()).isEqualTo("address");
  }

  private String problem() {
    clock.pass(Duration.ofMinutes(1));
    assertThat(copy.key("one")).isEmpty();
    return copy.known().problem();
  }

  @Test
  void nobodyWaitsWhileACopyThatWillStillDoIsRenewed() throws Exception {
    var pool = Executors.newSingleThreadExecutor();
    try {
      var slow = copy(pool);
      host.publish("one");
      assertThat(slow.key("one")).isPresent();
      clock.pass(Duration.ofMinutes(11));
      host.gate = new CountDownLatch(1);
      var began = System.nanoTime();
      assertThat(slow.key("one")).isPresent();
      assertThat(slow.key("one")).isPresent();
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SETTINGS.patience());
      host.gate.countDown();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void moreThanAFewDoNotWaitForAHostThatHangs() throws Exception {
    var hosts = Executors.newSingleThreadExecutor();
    var askers = Executors.newFixedThreadPool(2);
    try {
      host.gate = new CountDownLatch(1);
      var hanging = copy(hosts);
      for (int i = 0; i < 2; i++) {
        askers.execute(() -> hanging.key("one"));
      }
      while (waiting.availablePermits() > 0) {
        Thread.onSpinWait();
      }
      var began = System.nanoTime();
      for (int i = 0; i < 20; i++) {
        assertThat(hanging.key("one")).isEmpty();
      }
      // Twenty that each had patience would take a hundred seconds; a lone one, five.
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SETTINGS.patience());
    } finally {
      host.gate.countDown();
      hosts.shutdown();
      askers.shutdown();
    }
  }

  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-03-01T09:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private static final class Host implements CheckedHttp {
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile Optional<Answer> answer = Optional.empty();
    private volatile boolean refused;
    private volatile int asked;

    void publish(String... kids) {
      var entries = Arrays.stream(kids).map(Host::entry).toList();
      answer(200, "{\"keys\":[" + String.join(",", entries) + "]}", true);
    }

    void answer(int status, String body, boolean whole) {
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      answer = Optional.of(new Answer(status, "application/json", bytes, whole));
    }

    void down() {
      answer = Optional.empty();
    }

    void refused() {
      refused = true;
    }

    private static String entry(String kid) {
      try {
        var key =
            (EdECPublicKey) KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
        var der = key.getEncoded();
        var x = Arrays.copyOfRange(der, der.length - 32, der.length);
        return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"%s\",\"x\":\"%s\"}"
            .formatted(kid, Base64.getUrlEncoder().withoutPadding().encodeToString(x));
      } catch (java.security.NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void check(URI address) {}

    @Override
    public Answer get(URI address, Map<String, String> headers, int most) throws IOException {
      asked++;
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      if (refused) {
        throw refusal();
      }
      return answer.orElseThrow(() -> new IOException("down"));
    }

    private static IOException refusal() {
      try {
        var made = AddressRefused.class.getDeclaredConstructor(String.class);
        made.setAccessible(true);
        return made.newInstance("not public");
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public Answer post(URI address, Map<String, String> headers, byte[] body, int most) {
      throw new UnsupportedOperationException();
    }
  }
}
