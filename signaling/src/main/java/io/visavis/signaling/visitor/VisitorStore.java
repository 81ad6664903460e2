package io.visavis.signaling.visitor;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where it is kept what the service remembers of visitors. A visitor is remembered who was sent a
 * share request, called for help, or was given a conversation by the host's server. All methods are
 * their own transaction unless one is running.
 */
public interface VisitorStore {

  /**
   * Ids of the visitors that are remembered, in an order of the database's own that stays the same.
   *
   * @param after only those after that id, or null
   */
  List<String> remembered(String accountId, String after, int limit);

  /**
   * What is remembered of some visitors; those of whom nothing is are left out.
   *
   * @param helpSince calls for help before then are over
   */
  Map<String, VisitorFacts> facts(
      String accountId, Collection<String> visitorIds, Instant helpSince);

  /** The conversation that the host's server named for that visitor. */
  Optional<String> conversation(String accountId, String visitorId);

  /**
   * Keeps the conversation of a visitor.
   *
   * @param conversationId null for none any more
   */
  void converse(String accountId, String visitorId, String conversationId, Instant at);
}
