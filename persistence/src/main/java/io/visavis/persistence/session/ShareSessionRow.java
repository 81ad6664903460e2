package io.visavis.persistence.session;

import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import io.visavis.signaling.session.EndReason;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.ShareSession;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A share session. Inserted as an entity; changed by {@link SessionUpdate} only. */
@Entity(name = "ShareSession")
@Table(name = "share_session")
class ShareSessionRow {
  @Id private String id;

  // Not @Version: the conditional update compares and sets it itself.
  @Column(nullable = false)
  private long version;

  @Column(name = "account_id", nullable = false)
  private String accountId;

  @Column(name = "visitor_id", nullable = false)
  private String visitorId;

  @Column(name = "open_visitor_id")
  private String openVisitorId;

  @Column(name = "conversation_id")
  private String conversationId;

  @Column(name = "agent_id", nullable = false)
  private String agentId;

  @Column(name = "agent_name", nullable = false)
  private String agentName;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false)
  private SessionState state;

  @Column(nullable = false)
  private boolean capturing;

  @Column(nullable = false)
  private boolean activated;

  @Column private String surface;

  @Column(name = "consent_wording")
  private String consentWording;

  @Column(name = "consent_language")
  private String consentLanguage;

  @Column(name = "requested_at", nullable = false)
  private Instant requestedAt;

  @Column(name = "accepted_at")
  private Instant acceptedAt;

  @Column(name = "live_at")
  private Instant liveAt;

  @Column(name = "media_at")
  private Instant mediaAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Convert(converter = EndReasonWord.class)
  @Column(name = "end_reason")
  private EndReason endReason;

  @Column(name = "end_detail")
  private String endDetail;

  @Column private Instant deadline;

  @Column(name = "by_link", nullable = false)
  private boolean byLink;

  @Column(name = "relay_only", nullable = false)
  private boolean relayOnly;

  /** The attempt that may answer by link; no part of the session, only of who wins it. */
  @Column(name = "link_attempt")
  private String linkAttempt;

  protected ShareSessionRow() {}

  ShareSessionRow(ShareSession session) {
    id = Text.checked("session id", session.id(), 64);
    version = session.version();
    accountId = session.accountId();
    visitorId = Text.checked("visitor id", session.visitorId(), 128);
    openVisitorId = session.state().open() ? visitorId : null;
    conversationId = Text.checked("conversation id", session.conversationId(), 128);
    agentId = Text.checked("agent id", session.agentId(), 128);
    agentName = Text.checked("agent name", session.agentName(), 200);
    state = session.state();
    capturing = session.capturing();
    activated = session.activated();
    surface = Text.checked("surface", session.surface(), 32);
    consentWording = Text.checked("consent wording", session.consentWording(), 32);
    consentLanguage = Text.checked("consent language", session.consentLanguage(), 16);
    requestedAt = Instants.micros(session.requestedAt());
    acceptedAt = Instants.micros(session.acceptedAt());
    liveAt = Instants.micros(session.liveAt());
    mediaAt = Instants.micros(session.mediaAt());
    endedAt = Instants.micros(session.endedAt());
    endReason = session.endReason();
    endDetail = Text.checked("end detail", session.endDetail(), 64);
    deadline = Instants.micros(session.deadline());
    byLink = session.byLink();
    relayOnly = session.relayOnly();
  }

  ShareSession toSession() {
    return new ShareSession(
        id,
        version,
        accountId,
        visitorId,
        conversationId,
        agentId,
        agentName,
        state,
        capturing,
        activated,
        surface,
        consentWording,
        consentLanguage,
        requestedAt,
        acceptedAt,
        liveAt,
        mediaAt,
        endedAt,
        endReason,
        endDetail,
        deadline,
        byLink,
        relayOnly);
  }
}
