package io.visavis.backoffice.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
  /** The vector that the libraries of Standard Webhooks are tested with. */
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  @Test
  void publishedVectorIsMet() {
    assertThat(Signature.header(List.of(SECRET), ID, AT, BODY)).isEqualTo(SIGNATURE);
  }

  @Test
  void everyBitOfTheBodyAndOfTheSecretCounts() {
    for (int bit = 0; bit < BODY.length * 8; bit++) {
      assertThat(Signature.header(List.of(SECRET), ID, AT, flipped(BODY, bit)))
          .isNotEqualTo(SIGNATURE);
    }
    var key = Base64.getDecoder().decode(SECRET.substring("whsec_".length()));
    for (int bit = 0; bit < key.length * 8; bit++) {
      var other = "whsec_" + Base64.getEncoder().encodeToString(flipped(key, bit));
      assertThat(Signature.header(List.of(other), ID, AT, BODY)).isNotEqualTo(SIGNATURE);
    }
  }

  @Test
  void idAndTimeCount() {
    assertThat(Signature.header(List.of(SECRET), ID + "x", AT, BODY)).isNotEqualTo(SIGNATURE);
    assertThat(Signature.header(List.of(SECRET), ID, AT.plusSeconds(1), BODY))
        .isNotEqualTo(SIGNATURE);
    assertThat(Signature.header(List.of(SECRET), ID, AT.plusMillis(999), BODY))
        .isEqualTo(SIGNATURE);
  }

  @Test
  void bothSecretsSignWhileARotationLasts() {
    var fresh = Signature.newSecret();

    var both = Signature.header(List.of(fresh, SECRET), ID, AT, BODY).split(" ");

    assertThat(both).hasSize(2).contains(SIGNATURE);
    assertThat(both[0]).isEqualTo(Signature.header(List.of(fresh), ID, AT, BODY));
  }

  @Test
  void newSecretsAreThirtyTwoRandomBytes() {
    assertThat(Signature.newSecret()).startsWith("whsec_").isNotEqualTo(Signature.newSecret());
    assertThat(Base64.getDecoder().decode(Signature.newSecret().substring(6))).hasSize(32);
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    var copy = bytes.clone();
    copy[bit / 8] ^= (byte) (1 << bit % 8);
    return copy;
  }
}
