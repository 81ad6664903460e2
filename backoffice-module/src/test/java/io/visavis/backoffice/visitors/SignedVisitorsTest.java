package io.visavis.backoffice.visitors;

import static org.assertj.core.api.Assertions.assertThat;

import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.account.AgentKeyStore;
import io.visavis.signaling.account.Eligibility;
import io.visavis.signaling.account.KeyAlgorithm;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a page may speak for a visitor. */
class SignedVisitorsTest {
  private static final String VISITOR = "customer-42";
  private static final byte[] SECRET = bytes("0123456789abcdef0123456789abcdef");
  private static final byte[] FOREIGN = bytes("fedcba9876543210fedcba9876543210");
  private static final Account ACCOUNT =
      new Account("acme", "pk_acme", "Acme", List.of(), List.of(), Eligibility.NEVER, null);
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  private static final List<AgentKeyStore.StoredKey> KEYS =
      List.of(
          key("acme.1", "acme", KeyAlgorithm.HS256, SECRET, null),
          key("acme-old", "acme", KeyAlgorithm.HS256, SECRET, NOW),
          key("acme-lost", "acme", KeyAlgorithm.HS256, new byte[0], null),
          key("acme-es", "acme", KeyAlgorithm.ES256, SECRET, null),
          key("other-1", "other", KeyAlgorithm.HS256, FOREIGN, null));

  private boolean signedOnly;
  private final SignedVisitors signed =
      new SignedVisitors(
          fake(AgentKeyStore.class, given -> stored((String) given[0], (String) given[1])),
          Clock.fixed(NOW, ZoneOffset.UTC));

  /** Made with: printf 'visavis-visitor:customer-42' | openssl dgst -sha256 -hmac "$SECRET" */
  private static final String KNOWN =
      "5fe5a62a13d682fc793c1d65cc6f5089426b03ac2622c6679c7076f5e9854e84";

  private static String signature(String kid, byte[] secret, String text) {
    return kid + "." + HexFormat.of().formatHex(SignedVisitors.hmac(secret, text));
  }

  private boolean mayBe(String visitorId, String signature) {
    return signed.mayBe(ACCOUNT, visitorId, signature, signedOnly);
  }

  @Test
  void theSignatureIsWhatOtherToolsMake() {
    signedOnly = true;
    assertThat(mayBe(VISITOR, "acme.1." + KNOWN)).isTrue();
  }

  @Test
  void withoutASignatureThePolicyDecides() {
    assertThat(mayBe(VISITOR, null)).isTrue();
    signedOnly = true;
    assertThat(mayBe(VISITOR, null)).isFalse();
  }

  @Test
  void aSignatureIsGoodForItsVisitorOnly() {
    var given = signature("acme.1", SECRET, "visavis-visitor:" + VISITOR);
    assertThat(mayBe(VISITOR, given)).isTrue();
    assertThat(mayBe("customer-43", given)).isFalse();
  }

  @Test
  void aKeyOfAnotherAccountOrKindSignsNothingHere() {
    var text = "visavis-visitor:" + VISITOR;
    assertThat(mayBe(VISITOR, signature("other-1", FOREIGN, text))).isFalse();
    assertThat(mayBe(VISITOR, signature("acme-es", SECRET, text))).isFalse();
    assertThat(mayBe(VISITOR, signature("unknown", SECRET, text))).isFalse();
    assertThat(mayBe(VISITOR, signature("acme-old", SECRET, text))).isFalse();
    assertThat(mayBe(VISITOR, signature("acme-lost", SECRET, text))).isFalse();
  }

  @Test
  void theIdAloneWithoutThePurposeIsNotSigned() {
    assertThat(mayBe(VISITOR, signature("acme.1", SECRET, VISITOR))).isFalse();
  }

  @Test
  void oneFlippedBitIsEnough() {
    var right = SignedVisitors.hmac(SECRET, "visavis-visitor:" + VISITOR);
    for (int bit = 0; bit < right.length * 8; bit++) {
      var wrong = right.clone();
      wrong[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(mayBe(VISITOR, "acme.1." + HexFormat.of().formatHex(wrong))).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "acme.1", "acme.1.", ".00", "acme.1.zz", "acme.1.0", "acme.1.00 "})
  void whatIsNoSignatureIsRefusedAlsoWhereNoneIsNeeded(String given) {
    assertThat(mayBe(VISITOR, given)).isFalse();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static AgentKeyStore.StoredKey key(
      String kid, String account, KeyAlgorithm algorithm, byte[] material, Instant revokedAt) {
    return new AgentKeyStore.StoredKey(
        new AgentKey(kid, account, algorithm, material),
        new AgentKeyStore.KeyFacts(kid, algorithm, NOW, "alix", null, revokedAt));
  }

  private static Optional<AgentKeyStore.StoredKey> stored(String account, String kid) {
    return KEYS.stream()
        .filter(known -> known.key().accountId().equals(account) && known.key().kid().equals(kid))
        .findFirst();
  }

  private static <T> T fake(Class<T> type, Function<Object[], Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            SignedVisitorsTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answer.apply(arguments)));
  }
}
