package io.visavis.persistence.account;

import io.visavis.persistence.schema.Text;
import io.visavis.signaling.account.AgentKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Base64;

/**
 * A key with which a host signs. The secret stands in base64, because the two databases have no
 * binary type in common.
 */
@Entity(name = "AgentKey")
@Table(name = "account_key")
class AgentKeyRow {
  @Id private String kid;

  @Column(name = "account_id", nullable = false)
  private String accountId;

  @Column(nullable = false)
  private String algorithm;

  @Column(nullable = false)
  private String secret;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  protected AgentKeyRow() {}

  AgentKeyRow(AgentKey key) {
    kid = Text.checked("kid", key.kid(), 128);
    accountId = key.accountId();
    algorithm = Text.checked("algorithm", key.algorithm(), 16);
    secret = Text.checked("secret", Base64.getEncoder().encodeToString(key.secret()), 2048);
  }

  AgentKey toKey() {
    return new AgentKey(kid, accountId, algorithm, Base64.getDecoder().decode(secret));
  }
}
