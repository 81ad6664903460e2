package io.visavis.signaling.broker;

import io.visavis.signaling.session.AcceptLinkStore;
import io.visavis.signaling.session.Decision;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.SessionStore;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.session.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sessions in memory under the same rules as the database's: conditional, one open per visitor. */
public final class MemoryStore implements SessionStore, AcceptLinkStore {
  public final List<Transition> transitions = new ArrayList<>();
  private final Map<String, ShareSession> sessions = new LinkedHashMap<>();
  private final Map<String, String> claims = new HashMap<>();
  public boolean eligible = true;

  /** What is left of the account's limits. */
  public Created limits = Created.DONE;

  /** Sessions that cannot be moved: the database fails. */
  public final Set<String> broken = new HashSet<>();

  /** Whether the database is away altogether. */
  public boolean away;

  /** Runs before the next move, as somebody who is faster would. */
  public Runnable interference = () -> {};

  @Override
  public synchronized Created create(ShareSession session) {
    if (!eligible) {
      return Created.NOT_ELIGIBLE;
    }
    if (openOf(session.accountId(), session.visitorId()).isPresent()) {
      return Created.VISITOR_BUSY;
    }
    if (limits != Created.DONE) {
      return limits;
    }
    sessions.put(session.id(), session);
    return Created.DONE;
  }

  @Override
  public synchronized boolean move(
      ShareSession from, Decision.Moved moved, Transition transition, boolean requireEligible) {
    answer();
    if (broken.contains(from.id())) {
      throw new IllegalStateException("cannot store " + from.id());
    }
    var faster = interference;
    interference = () -> {};
    faster.run();
    var stored = sessions.get(from.id());
    if (stored.version() != from.version() || (requireEligible && !eligible)) {
      return false;
    }
    sessions.put(from.id(), moved.to());
    transitions.add(transition);
    return true;
  }

  @Override
  public synchronized Optional<ShareSession> find(String accountId, String sessionId) {
    answer();
    return Optional.ofNullable(sessions.get(sessionId))
        .filter(session -> session.accountId().equals(accountId));
  }

  @Override
  public synchronized Optional<ShareSession> openOf(String accountId, String visitorId) {
    answer();
    return sessions.values().stream()
        .filter(session -> session.state().open())
        .filter(session -> session.accountId().equals(accountId))
        .filter(session -> session.visitorId().equals(visitorId))
        .findFirst();
  }

  @Override
  public synchronized List<ShareSession> due(Instant now, int limit) {
    return open(limit).stream()
        .filter(session -> session.deadline() != null && !session.deadline().isAfter(now))
        .toList();
  }

  @Override
  public synchronized List<ShareSession> openWithoutEligibility(Instant now, int limit) {
    return eligible ? List.of() : open(limit);
  }

  @Override
  public synchronized List<ShareSession> open(int limit) {
    answer();
    return sessions.values().stream()
        .filter(session -> session.state().open())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<ShareSession> history(
      String accountId, String visitorId, String before, int limit) {
    return sessions.values().stream()
        .filter(session -> session.accountId().equals(accountId))
        .filter(session -> visitorId == null || session.visitorId().equals(visitorId))
        .sorted(Comparator.comparing(ShareSession::requestedAt).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<ShareSession> ofLink(String sessionId) {
    answer();
    return Optional.ofNullable(sessions.get(sessionId));
  }

  @Override
  public synchronized boolean claim(String sessionId, String attempt) {
    answer();
    if (sessions.get(sessionId).state() == SessionState.REQUESTED) {
      claims.putIfAbsent(sessionId, attempt);
    }
    return attempt.equals(claims.get(sessionId));
  }

  /** All sessions, in the order of their requests. */
  public synchronized List<ShareSession> all() {
    return List.copyOf(sessions.values());
  }

  /** Another node moves a session, of which this one hears nothing. */
  void putBehindTheBrokersBack(ShareSession session) {
    sessions.put(session.id(), session);
  }

  private void answer() {
    if (away) {
      throw new IllegalStateException("no connection to the database");
    }
  }
}
