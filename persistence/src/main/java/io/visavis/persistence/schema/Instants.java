package io.visavis.persistence.schema;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as columns keep them. */
public final class Instants {
  private Instants() {}

  /** Truncated to microseconds, because PostgreSQL would round and H2 truncate. Null stays null. */
  public static Instant micros(Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
  }
}
