package io.visavis.persistence.session;

import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import io.visavis.signaling.session.Actor;
import io.visavis.signaling.session.EndReason;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.session.Transition;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One thing that happened to a session; never changed afterwards. */
@Entity(name = "SessionTransition")
@Table(name = "session_transition")
@Immutable
class TransitionRow {
  /** What the first row of every session says; it stands for no trigger of the machine. */
  static final String REQUESTED = "AGENT_REQUESTS";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "session_id", nullable = false)
  private String sessionId;

  @Column(name = "session_version", nullable = false)
  private long sessionVersion;

  @Column(nullable = false)
  private String what;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false)
  private Actor actor;

  @Column(name = "actor_id")
  private String actorId;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "from_state")
  private SessionState fromState;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "to_state", nullable = false)
  private SessionState toState;

  @Convert(converter = EndReasonWord.class)
  @Column(name = "end_reason")
  private EndReason endReason;

  @Column(name = "end_detail")
  private String endDetail;

  @Column(name = "happened_at", nullable = false)
  private Instant happenedAt;

  protected TransitionRow() {}

  /** The first row of a new session. */
  TransitionRow(ShareSession created) {
    this(created, REQUESTED, Actor.AGENT, created.agentId(), created.requestedAt());
  }

  /** The row of a session that moved {@code from} one state {@code to} the next. */
  TransitionRow(SessionState from, ShareSession to, Transition transition) {
    this(
        to, transition.trigger().name(), transition.actor(), transition.actorId(), transition.at());
    fromState = from;
  }

  private TransitionRow(ShareSession to, String what, Actor actor, String actorId, Instant at) {
    this.sessionId = to.id();
    this.sessionVersion = to.version();
    this.what = what;
    this.actor = actor;
    this.actorId = Text.checked("actor id", actorId, 128);
    this.toState = to.state();
    this.endReason = to.endReason();
    this.endDetail = to.endDetail();
    this.happenedAt = Instants.micros(at);
  }
}
