package io.visavis.persistence.policy;

import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import io.visavis.signaling.policy.Logo;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Base64;
import org.hibernate.annotations.Immutable;

/** A logo that an account keeps. */
@Entity(name = "Logo")
@Table(name = "account_logo")
@IdClass(LogoId.class)
@Immutable
class LogoRow {
  @Id
  @Column(name = "account_id")
  private String accountId;

  @Id private String hash;

  @Column(name = "media_type", nullable = false)
  private String mediaType;

  @Column(nullable = false)
  private String content;

  @Column(name = "kept_at", nullable = false)
  private Instant keptAt;

  protected LogoRow() {}

  LogoRow(String accountId, Logo logo, Instant at) {
    this.accountId = accountId;
    hash = Text.checked("hash", logo.hash(), 64);
    mediaType = Text.checked("media type", logo.mediaType(), 32);
    content = Base64.getEncoder().encodeToString(logo.bytes());
    keptAt = Instants.micros(at);
  }

  Logo toLogo() {
    return new Logo(hash, mediaType, Base64.getDecoder().decode(content));
  }
}
