package io.visavis.signaling.broker;

import io.visavis.signaling.protocol.RelayReach;
import io.visavis.signaling.protocol.Side;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What both sides of one session said of their way to the relay. Guarded by its {@link Room}. */
final class RelayReports {
  private final Map<Side, RelayReach> failures = new EnumMap<>(Side.class);
  private final Set<Side> counted = EnumSet.noneOf(Side.class);

  /** Takes what a side found; true when that is news. */
  boolean take(Side side, RelayReach reach) {
    var before = reach == RelayReach.REACHED ? failures.remove(side) : failures.put(side, reach);
    return before != failures.get(side);
  }

  /** True once for each side that fails: who comes and goes is counted as one. */
  boolean countsFirst(Side side) {
    return failures.containsKey(side) && counted.add(side);
  }

  /** The sides that reach no relay, and why. */
  Map<Side, RelayReach> failures() {
    return Map.copyOf(failures);
  }
}
