package io.visavis.signaling.broker;

import io.visavis.signaling.session.Health;
import io.visavis.signaling.token.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The place of one participant in a session: which page has it, and how its connection is. Guarded
 * by its {@link Room}.
 */
final class Slot {
  private String clientId;
  private Member member;
  private Principal missed;
  private Health health = Health.ABSENT;
  private Instant lostAt;

  /** Whether that client holds this place. */
  boolean heldBy(String client) {
    return client.equals(clientId);
  }

  /** Whether another page may take the place: nobody has it, or its holder's connection is lost. */
  boolean free() {
    return health != Health.CONNECTED;
  }

  /** Gives the place to a member; returns the member that held it under another connection. */
  Optional<Member> take(Member newcomer) {
    var before = member;
    member = newcomer;
    missed = null;
    clientId = newcomer.clientId();
    health = Health.CONNECTED;
    lostAt = null;
    return Optional.ofNullable(before).filter(old -> old != newcomer);
  }

  /**
   * The member's connection is gone without a goodbye; true when it was the holder's current one.
   */
  boolean lose(Member gone, Instant now) {
    if (member != gone) {
      return false;
    }
    member = null;
    missed = gone.principal();
    health = Health.RECONNECTING;
    lostAt = now;
    return true;
  }

  /** As {@link #lose}, while nothing depends on the holder yet: no grace begins. */
  boolean leave(Member gone) {
    if (member != gone) {
      return false;
    }
    member = null;
    health = Health.ABSENT;
    return true;
  }

  /** After a restart: somebody held this place, and has the grace to come back if not here yet. */
  void expectBack(Instant now) {
    if (health == Health.ABSENT) {
      health = Health.RECONNECTING;
      lostAt = now;
    }
  }

  /** Whether the holder has been away for the whole grace; then it counts as gone. */
  boolean graceOver(Instant now, Duration grace) {
    if (lostAt == null || now.isBefore(lostAt.plus(grace))) {
      return false;
    }
    health = Health.GONE;
    return true;
  }

  /** When the grace of a holder who is away ends; empty while nobody is missed. */
  Optional<Instant> graceEnds(Duration grace) {
    return health == Health.RECONNECTING ? Optional.of(lostAt.plus(grace)) : Optional.empty();
  }

  /** The page that holds or held this place. */
  Optional<String> clientId() {
    return Optional.ofNullable(clientId);
  }

  Optional<Member> member() {
    return Optional.ofNullable(member);
  }

  /** Who holds this place, or held it when the connection was lost and is waited for since. */
  Optional<Principal> holder() {
    return member().map(Member::principal).or(() -> Optional.ofNullable(missed));
  }

  Health health() {
    return health;
  }
}
