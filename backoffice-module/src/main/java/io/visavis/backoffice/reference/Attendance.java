package io.visavis.backoffice.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is present, by open sockets. Someone whose last socket closed stays present for a little
 * while: going from one page to the next must not look like leaving.
 *
 * @param <K> what names a person
 */
final class Attendance<K> {
  private final Map<K, Place> places = new HashMap<>();
  private final Duration linger;

  private static final class Place {
    private final Set<ChatConnection> sockets = new LinkedHashSet<>();
    private Instant emptySince;
  }

  Attendance(Duration linger) {
    this.linger = linger;
  }

  /** Notes a socket; true when the person was not present before. */
  synchronized boolean enter(K person, ChatConnection socket) {
    boolean arrives = !places.containsKey(person);
    Place place = places.computeIfAbsent(person, key -> new Place());
    place.sockets.add(socket);
    place.emptySince = null;
    return arrives;
  }

  /** Forgets a socket; true when it was the person's last. */
  synchronized boolean leave(K person, ChatConnection socket, Instant now) {
    Place place = places.get(person);
    if (place == null || !place.sockets.remove(socket) || !place.sockets.isEmpty()) {
      return false;
    }
    place.emptySince = now;
    return true;
  }

  /** Lets go of those who have been away long enough, and names them. */
  synchronized List<K> settle(Instant now) {
    List<K> gone = new ArrayList<>();
    places.forEach(
        (person, place) -> {
          if (place.emptySince != null && !now.isBefore(place.emptySince.plus(linger))) {
            gone.add(person);
          }
        });
    gone.forEach(places::remove);
    return gone;
  }

  synchronized boolean isPresent(K person) {
    return places.containsKey(person);
  }

  synchronized List<K> present() {
    return List.copyOf(places.keySet());
  }

  synchronized List<ChatConnection> sockets(K person) {
    Place place = places.get(person);
    return place == null ? List.of() : List.copyOf(place.sockets);
  }
}
