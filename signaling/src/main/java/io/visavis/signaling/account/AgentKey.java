package io.visavis.signaling.account;

/**
 * A registered key with which a host signs agent tokens.
 *
 * @param kid the key's id in token headers
 * @param accountId whose key it is
 * @param algorithm {@code HS256}
 * @param secret the shared secret's bytes; at least 32
 */
public record AgentKey(String kid, String accountId, String algorithm, byte[] secret) {

  @Override
  public String toString() {
    return "AgentKey[" + kid + "]";
  }
}
