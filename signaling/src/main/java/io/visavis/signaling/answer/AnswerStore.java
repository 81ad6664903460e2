package io.visavis.signaling.answer;

import java.time.Instant;

/**
 * Where answers are kept by the key that the caller gave; sealed, because they show what is shown
 * once. Each method is its own transaction.
 */
public interface AnswerStore {

  /**
   * Takes a key for a request, or says what became of the request that took it.
   *
   * @param request stands for method, path and body
   * @param keptSince what was begun before that counts as forgotten
   * @param alive what was begun before that and has no answer is given up by whoever began it
   */
  Found begin(Key key, String request, Instant now, Instant keptSince, Instant alive);

  /**
   * Keeps the answer to the request that took the key at {@code begun}; nothing, if another has
   * taken it since.
   */
  void finish(Key key, Instant begun, Answer answer);

  /** Gives the key back that was taken at {@code begun}: the request created nothing. */
  void abandon(Key key, Instant begun);

  /**
   * Removes what was begun before that.
   *
   * @return how many
   */
  int purge(Instant before);

  /**
   * Whose key.
   *
   * @param caller the person of the account
   * @param value at most 64 characters that stand for what the caller sent
   */
  record Key(String accountId, String caller, String value) {}

  /** An answer; {@code location} and {@code body} may be null. */
  record Answer(int status, String location, String body) {}

  /**
   * What stands under a key.
   *
   * @param answer with {@link State#ANSWERED} only, else null
   */
  record Found(State state, Answer answer) {}

  /** How far it is. */
  enum State {
    /** Nothing stood there; the key is the caller's now. */
    BEGUN,
    /** The same request is being carried out, or its answer cannot be read any more. */
    IN_FLIGHT,
    /** Another request took the key. */
    OTHER_REQUEST,
    /** The same request was answered. */
    ANSWERED
  }
}
