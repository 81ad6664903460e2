package io.visavis.signaling.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where endpoints and deliveries are kept. Every look-up for an account is keyed by it: a foreign
 * id is as unknown as an id that never was. All methods are their own transaction unless one is
 * running.
 */
public interface WebhookStore {

  /** Adds an endpoint unless the account has {@code most} already; says whether it did. */
  boolean add(Endpoint endpoint, int most);

  /** The endpoints of an account, oldest first. */
  List<Endpoint> list(String accountId);

  Optional<Endpoint> find(String accountId, String endpointId);

  /** Says anew what it is; its secrets stay as they are. Empty when unknown. */
  Optional<Endpoint> change(String accountId, String endpointId, Endpoint.Description said);

  /**
   * Gives it a new secret. The present one signs beside it until {@code until}; where one before it
   * still signs, that one goes on until its own time, and the present one stops.
   *
   * @return the endpoint as it is then; empty when unknown
   */
  Optional<Endpoint> roll(
      String accountId, String endpointId, String secret, Instant now, Instant until);

  /** Takes it out of use with what still waits for it; says whether it was there. */
  boolean delete(String accountId, String endpointId);

  /**
   * Deliveries of an endpoint, newest first.
   *
   * @param before only those before that one, or null
   */
  List<Delivery> deliveries(String accountId, String endpointId, String before, int limit);

  Optional<Delivery> delivery(String accountId, String endpointId, String deliveryId);

  /** Puts an event of type {@link EventType#TEST} on its way to that endpoint alone. */
  Optional<Delivery> test(String accountId, String endpointId, Instant now);

  /** Starts a new round of attempts at once; empty when unknown or not finished yet. */
  Optional<Delivery> resend(String accountId, String endpointId, String deliveryId, Instant now);

  /**
   * Deliveries whose attempt is due, of enabled endpoints that are not to be spared at {@code now},
   * the most overdue first.
   *
   * @param busy endpoints to leave out
   * @param full accounts to leave out
   */
  List<Due> due(Instant now, Set<String> busy, Set<String> full, int limit);

  /**
   * Takes a delivery for one attempt: of any number of callers that hold the same version one gets
   * it. If it is not {@link #attempted} by {@code leaseEnd}, it is due again.
   *
   * @return the delivery as it is then
   */
  Optional<Delivery> claim(Delivery delivery, Instant leaseEnd);

  /** Notes the outcome of an attempt; nothing happens if the claim was lost meanwhile. */
  void attempted(Delivery claimed, Outcome outcome);

  /**
   * Removes events older than that, a few at a time. What still waited, for an endpoint that is
   * off, is given up first.
   */
  int purge(Instant before);

  /**
   * Seals with the present service secret what is not: secrets that stand open, and those of the
   * former service secret.
   *
   * @return how many endpoints it concerned
   */
  int reseal();

  /** A due delivery with where it goes. */
  record Due(Delivery delivery, Endpoint endpoint) {}

  /**
   * What follows from an attempt.
   *
   * @param status where the delivery stands now
   * @param nextAt when the next attempt is due, or null
   * @param spareUntil until when the endpoint is left alone, or null
   * @param gone whether the endpoint wants nothing any more
   */
  record Outcome(
      Delivery.Attempt attempt,
      Delivery.Status status,
      Instant nextAt,
      Instant spareUntil,
      boolean gone) {}
}
