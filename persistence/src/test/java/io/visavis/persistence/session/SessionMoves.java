package io.visavis.persistence.session;

import io.visavis.signaling.session.EndReason;
import io.visavis.signaling.session.ShareSession;

/** Sessions that the machine would not make, to look at the store alone. */
final class SessionMoves {
  private SessionMoves() {}

  static ShareSession endedWith(ShareSession s, EndReason reason) {
    return with(s, s.accountId(), reason);
  }

  static ShareSession ofAccount(ShareSession s, String accountId) {
    return with(s, accountId, s.endReason());
  }

  private static ShareSession with(ShareSession s, String accountId, EndReason reason) {
    return new ShareSession(
        s.id(),
        s.version(),
        accountId,
        s.visitorId(),
        s.conversationId(),
        s.agentId(),
        s.agentName(),
        s.state(),
        s.capturing(),
        s.activated(),
        s.surface(),
        s.consentWording(),
        s.consentLanguage(),
        s.requestedAt(),
        s.acceptedAt(),
        s.liveAt(),
        s.mediaAt(),
        s.endedAt(),
        reason,
        s.endDetail(),
        s.deadline(),
        s.byLink(),
        s.relayOnly());
  }
}
