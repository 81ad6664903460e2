package io.visavis.signaling.broker;

import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.token.AcceptLinks;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The rooms of this node: every open session somebody here knows of, and those that just ended. */
final class Rooms {
  private final Map<String, Room> rooms = new ConcurrentHashMap<>();
  private final AccountStore accounts;
  private final Duration grace;
  private final AcceptLinks links;

  /** Rooms whose people may stay away for {@code grace}. */
  Rooms(AccountStore accounts, Duration grace, AcceptLinks links) {
    this.accounts = accounts;
    this.grace = grace;
    this.links = links;
  }

  /** The room of a session, made when there is none yet. */
  Room of(ShareSession session) {
    var room = rooms.get(session.id());
    if (room == null) {
      var name = accounts.byId(session.accountId()).map(a -> a.name()).orElse("");
      var made = new Room(session, name, grace, links);
      room = rooms.computeIfAbsent(session.id(), id -> made);
    }
    return room;
  }

  Optional<Room> find(String sessionId) {
    return Optional.ofNullable(rooms.get(sessionId));
  }

  int size() {
    return rooms.size();
  }

  Collection<Room> all() {
    return rooms.values();
  }

  /** Forgets sessions that ended before {@code then}: late resumers have had their answer. */
  void forgetEndedBefore(Instant then) {
    rooms
        .values()
        .removeIf(
            room -> {
              var endedAt = room.session().endedAt();
              return endedAt != null && endedAt.isBefore(then);
            });
  }
}
