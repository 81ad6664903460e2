package io.visavis.persistence.session;

import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import io.visavis.signaling.session.Consent;
import io.visavis.signaling.session.ShareSession;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** Evidence that a visitor gave or withdrew one consent; never changed afterwards. */
@Entity(name = "Consent")
@Table(name = "consent")
@Immutable
class ConsentRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "session_id", nullable = false)
  private String sessionId;

  @Column(name = "account_id", nullable = false)
  private String accountId;

  @Column(name = "visitor_id", nullable = false)
  private String visitorId;

  @Column(nullable = false)
  private String capability;

  @Column(nullable = false)
  private boolean granted;

  @Column private String wording;

  @Column private String language;

  @Column(name = "given_at", nullable = false)
  private Instant givenAt;

  protected ConsentRow() {}

  ConsentRow(ShareSession session, Consent consent) {
    sessionId = session.id();
    accountId = session.accountId();
    visitorId = session.visitorId();
    capability = Text.checked("capability", consent.capability(), 32);
    granted = consent.granted();
    wording = Text.checked("consent wording", consent.wording(), 32);
    language = Text.checked("consent language", consent.language(), 16);
    givenAt = Instants.micros(consent.at());
  }
}
