package io.visavis.signaling.account;

import java.time.Instant;

/**
 * Whether an account may share screens.
 *
 * @param granted the operator's last word
 * @param until end of the grant (exclusive), or null for no end
 * @param everGranted whether it ever was granted
 */
public record Eligibility(boolean granted, Instant until, boolean everGranted) {

  /** An account nobody granted anything yet. */
  public static final Eligibility NEVER = new Eligibility(false, null, false);

  /** Whether shares are allowed at that moment. */
  public boolean holdsAt(Instant now) {
    return granted && (until == null || now.isBefore(until));
  }

  /** The machine word that says why (not): {@code eligible|never-granted|revoked|past-end-date}. */
  public String reasonAt(Instant now) {
    if (holdsAt(now)) {
      return "eligible";
    }
    if (granted) {
      return "past-end-date";
    }
    return everGranted ? "revoked" : "never-granted";
  }
}
