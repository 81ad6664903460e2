package io.visavis.signaling.website;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where visitors' calls for help are kept. */
public interface WebsiteStore {

  /**
   * Keeps a call for help and tells the host, unless the account's visitors made {@code perMinute}
   * calls within the minute before it.
   *
   * @return whether it is kept
   */
  boolean add(HelpCall call, int perMinute);

  /** The visitor's latest call since {@code since} that nobody answered. */
  Optional<HelpCall> unanswered(String accountId, String visitorId, Instant since);

  /** Somebody answered every call of that visitor; returns how many there were. */
  int answer(String accountId, String visitorId, Instant at);

  /**
   * Calls of an account, newest first.
   *
   * @param visitorId of that visitor only, or null
   * @param before id of the call after which the page begins, or null; an unknown one gives none
   */
  List<HelpCall> calls(String accountId, String visitorId, String before, int limit);
}
