package io.visavis.signaling.account;

/**
 * A key with which a host signs agent tokens.
 *
 * @param kid the key's id in token headers, unique within its account only
 * @param accountId whose key it is
 * @param algorithm the only algorithm it is good for
 * @param material of {@code HS256} the shared secret's bytes, at least 32; otherwise the public key
 *     as a DER SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7). Empty when it is kept but cannot be
 *     read: its secret was sealed by a service secret that is gone
 */
public record AgentKey(String kid, String accountId, KeyAlgorithm algorithm, byte[] material) {

  /** Whether tokens can be verified with it at all. */
  public boolean readable() {
    return material.length > 0;
  }

  @Override
  public String toString() {
    return "AgentKey[" + kid + "]";
  }
}
