package io.visavis.signaling.session;

import java.util.Optional;

/**
 * What an accept link needs of the sessions. Whoever calls this has verified the link's code, which
 * stands for one session and thereby for its account; nothing else may look a session up by its id
 * alone. All methods are their own transaction unless one is running.
 */
public interface AcceptLinkStore {

  /** The session of a verified link, whatever became of it. */
  Optional<ShareSession> ofLink(String sessionId);

  /**
   * Claims the link of a session that waits for its answer: the first attempt gets it for good.
   *
   * @param attempt what tells one attempt of one page from every other, at most 64 characters
   * @return whether the link is that attempt's now, or was already
   */
  boolean claim(String sessionId, String attempt);
}
