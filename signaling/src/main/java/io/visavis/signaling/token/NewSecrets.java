package io.visavis.signaling.token;

import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.account.KeyAlgorithm;
import java.nio.charset.StandardCharsets;

/** Makes HS256 secrets for hosts. */
public final class NewSecrets {
  private NewSecrets() {}

  /**
   * A key and its secret as text.
   *
   * @param text 43 letters, digits, {@code _ -}; the key's bytes are those of this text, so that
   *     every library takes it as it stands
   */
  public record Made(AgentKey key, String text) {
    @Override
    public String toString() {
      return "Made[" + key + "]";
    }
  }

  /** A new key of 256 random bits. */
  public static Made make(String accountId, String kid) {
    var text = RandomIds.ticket();
    var bytes = text.getBytes(StandardCharsets.US_ASCII);
    return new Made(new AgentKey(kid, accountId, KeyAlgorithm.HS256, bytes), text);
  }
}
