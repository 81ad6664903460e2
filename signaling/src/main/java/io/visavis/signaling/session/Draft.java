package io.visavis.signaling.session;

import java.time.Instant;

/** The next version of a session while {@link SessionMachine} writes it. */
final class Draft {
  private final ShareSession from;
  private SessionState state;
  private boolean capturing;
  private boolean activated;
  private String surface;
  private Consent consent;
  private Instant acceptedAt;
  private Instant liveAt;
  private Instant mediaAt;
  private Instant endedAt;
  private EndReason endReason;
  private String endDetail;
  private Instant deadline;

  Draft(ShareSession from) {
    this.from = from;
    this.state = from.state();
    this.capturing = from.capturing();
    this.activated = from.activated();
    this.surface = from.surface();
    this.acceptedAt = from.acceptedAt();
    this.liveAt = from.liveAt();
    this.mediaAt = from.mediaAt();
    this.deadline = from.deadline();
  }

  Draft accepted(Consent given, Instant until) {
    state = SessionState.ACCEPTED;
    consent = given;
    acceptedAt = given.at();
    deadline = until;
    return this;
  }

  Draft capturing(String pickedSurface) {
    capturing = true;
    surface = pickedSurface;
    return this;
  }

  Draft activated() {
    activated = true;
    return this;
  }

  /** Live as soon as both facts hold; the deadline then is the first frame's. */
  Draft liveIfBoth(Instant now, Instant mediaUntil) {
    if (capturing && activated) {
      state = SessionState.LIVE;
      liveAt = now;
      deadline = mediaUntil;
    }
    return this;
  }

  Draft mediaFlows(Instant now) {
    mediaAt = now;
    deadline = null;
    return this;
  }

  Draft moved(SessionState to) {
    state = to;
    return this;
  }

  Draft ended(EndReason reason, String detail, Instant now) {
    state = SessionState.ENDED;
    endReason = reason;
    endDetail = detail;
    endedAt = now;
    deadline = null;
    return this;
  }

  ShareSession done() {
    return new ShareSession(
        from.id(),
        from.version() + 1,
        from.accountId(),
        from.visitorId(),
        from.conversationId(),
        from.agentId(),
        from.agentName(),
        state,
        capturing,
        activated,
        surface,
        consent == null ? from.consentWording() : consent.wording(),
        consent == null ? from.consentLanguage() : consent.language(),
        from.requestedAt(),
        acceptedAt,
        liveAt,
        mediaAt,
        endedAt,
        endReason,
        endDetail,
        deadline,
        from.byLink(),
        from.relayOnly());
  }
}
