package io.visavis.signaling.policy;

import java.time.Instant;
import java.util.Optional;

/** Where the versions of accounts' policies and their logos are kept; none is ever changed. */
public interface PolicyStore {

  /** The account's latest policy; {@link AccountPolicy#DEFAULT} when it decided nothing. */
  AccountPolicy now(String accountId);

  /**
   * What that version said; {@link AccountPolicy#DEFAULT} for 0, empty for one that there never
   * was.
   */
  Optional<AccountPolicy> version(String accountId, int version);

  /**
   * Adds the next version; none for choices that stand already, whatever version was seen.
   *
   * @param mostPerHour how many versions the account may add within any hour; what stood an hour
   *     before may come back all the same
   */
  Ruling decide(String accountId, PolicyChange change, int mostPerHour);

  /** What {@link #keepLogo} did. */
  enum Kept {
    /** It is there, now or since earlier. */
    DONE,
    /** The account has as many logos as it may. */
    TOO_MANY
  }

  /**
   * Keeps a logo for the account. Logos that no version names and that are older than a day make
   * room.
   */
  Kept keepLogo(String accountId, Logo logo, Instant at);

  /** Whether the account keeps a logo of that hash. */
  boolean hasLogo(String accountId, String hash);

  /** A logo of whatever account; they are public. */
  Optional<Logo> logo(String hash);
}
