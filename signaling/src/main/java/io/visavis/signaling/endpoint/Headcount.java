package io.visavis.signaling.endpoint;

import java.util.HashMap;
import java.util.Map;

/** How many connections each person has on this node. Safe for use by many threads. */
final class Headcount {
  private final Map<Conversation, String> people = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /** Counts a connection for its person; false, and not counted, when there are enough already. */
  synchronized boolean enter(Conversation conversation, String person, int most) {
    var count = counts.getOrDefault(person, 0);
    if (count >= most) {
      return false;
    }
    counts.put(person, count + 1);
    people.put(conversation, person);
    return true;
  }

  /** Counts it no longer; harmless when it never was. */
  synchronized void leave(Conversation conversation) {
    var person = people.remove(conversation);
    if (person != null) {
      counts.computeIfPresent(person, (key, count) -> count > 1 ? count - 1 : null);
    }
  }

  /** People with at least one connection. */
  synchronized int people() {
    return counts.size();
  }
}
