package io.visavis.persistence.account;

import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import io.visavis.signaling.account.AgentKey;
import io.visavis.signaling.account.AgentKeyStore.KeyFacts;
import io.visavis.signaling.account.AgentKeyStore.StoredKey;
import io.visavis.signaling.account.KeyAlgorithm;
import io.visavis.signaling.token.SecretBox;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A key with which a host signs: a sealed secret, or a public key in base64, because the two
 * databases have no binary type in common. Rows of the first days hold their secret in base64 too;
 * they are taken, and sealed at the next start.
 */
@Entity(name = "AgentKey")
@IdClass(AgentKeyId.class)
@Table(name = "account_key")
class AgentKeyRow {
  private static final int LONGEST = 2048;

  @Id
  @Column(name = "account_id", nullable = false)
  private String accountId;

  @Id
  @Column(nullable = false)
  private String kid;

  @Column(nullable = false)
  private String algorithm;

  @Column(nullable = false)
  private String secret;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  protected AgentKeyRow() {}

  AgentKeyRow(AgentKey key, String by, Instant at, SecretBox box) {
    kid = Text.checked("kid", key.kid(), 128);
    accountId = key.accountId();
    createdAt = Instants.micros(at);
    createdBy = Text.checked("created by", by, 200);
    hold(key, box);
  }

  /** Takes over the key itself; it counts as never revoked. */
  final void hold(AgentKey key, SecretBox box) {
    algorithm = key.algorithm().word();
    secret =
        Text.checked(
            "secret",
            key.algorithm().symmetric()
                ? box.seal(context(), key.material())
                : Base64.getEncoder().encodeToString(key.material()),
            LONGEST);
    revokedAt = null;
  }

  /** Lets it end then, unless it has ended. */
  void endAt(Instant at, Instant now) {
    if (facts().activeAt(now)) {
      revokedAt = Instants.micros(at);
    }
  }

  /** What stands open or is sealed with a former secret, sealed; empty where nothing is to do. */
  Optional<String> resealed(SecretBox box) {
    var key = key(box);
    return !key.algorithm().symmetric() || box.isPresent(secret) || !key.readable()
        ? Optional.empty()
        : Optional.of(box.seal(context(), key.material()));
  }

  String accountId() {
    return accountId;
  }

  /** The material as it is kept. */
  String secret() {
    return secret;
  }

  StoredKey toStored(SecretBox box) {
    return new StoredKey(key(box), facts());
  }

  KeyFacts facts() {
    return new KeyFacts(kid, algorithm(), createdAt, createdBy, lastUsedAt, revokedAt);
  }

  private AgentKey key(SecretBox box) {
    return new AgentKey(kid, accountId, algorithm(), material(box));
  }

  private KeyAlgorithm algorithm() {
    return KeyAlgorithm.of(algorithm)
        .orElseThrow(() -> new IllegalStateException("account_key.algorithm of " + kid));
  }

  private byte[] material(SecretBox box) {
    if (SecretBox.isSealed(secret)) {
      return box.open(context(), secret).orElse(new byte[0]);
    }
    return Base64.getDecoder().decode(secret);
  }

  /** A sealed secret opens in its own row only. */
  private String context() {
    return "account_key " + accountId + " " + kid;
  }
}
