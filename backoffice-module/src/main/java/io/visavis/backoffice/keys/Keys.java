package io.visavis.backoffice.keys;

import io.visavis.backoffice.access.Caller;
import io.visavis.backoffice.configuration.KeySettings;
import io.visavis.backoffice.idempotency.Idempotent;
import io.visavis.backoffice.problem.BadRequest;
import io.visavis.signaling.account.AgentKeyStore;
import io.visavis.signaling.account.AgentKeyStore.KeyFacts;
import io.visavis.signaling.account.AgentKeyStore.Registration;
import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.protocol.ErrorCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** The keys of the caller's account. */
@Path("/keys")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class Keys {
  private static final System.Logger LOG = System.getLogger(Keys.class.getName());
  private static final Duration USUAL_OVERLAP = Duration.ofHours(1);

  @Inject private Caller caller;
  @Inject private AgentKeyStore store;
  @Inject private KeySets sets;
  @Inject private KeySettings settings;
  @Inject private Clock clock;

  /** All keys, newest first; {@code keySet} is null unless the host publishes one. */
  public record All(List<KeyView> items, KeySetView keySet) {}

  /** What kind of key: of a {@code publicKey} (PEM or JWK), otherwise a new secret. */
  public record Ask(String kid, String publicKey) {
    @Override
    public String toString() {
      return "Ask[" + kid + "]";
    }
  }

  /** As {@link Ask}; {@code overlap} is how long the old key stays, ISO 8601, one hour if null. */
  public record Roll(String kid, String publicKey, String overlap) {
    @Override
    public String toString() {
      return "Roll[" + kid + ", " + overlap + "]";
    }
  }

  /** When the key is to end; null for now. */
  public record End(Instant at) {}

  /** A new key; {@code secret} is shown in this answer only, and null for a public key. */
  public record Shown(KeyView key, String secret) {
    @Override
    public String toString() {
      return "Shown[" + key.kid() + "]";
    }
  }

  /** A new key, and the one that it replaces. */
  public record Rolled(KeyView key, String secret, KeyView replaced) {
    @Override
    public String toString() {
      return "Rolled[" + key.kid() + "]";
    }
  }

  /** Every key that was ever registered, and what the host publishes. */
  @GET
  public All list() {
    var now = clock.instant();
    return new All(
        store.list(account()).stream().map(key -> KeyView.of(key, now)).toList(),
        sets.known(account()).map(KeySetView::of).orElse(null));
  }

  /** Makes a secret, or registers a public key. */
  @POST
  @Idempotent
  public Response add(Ask ask) {
    var now = clock.instant();
    var made = NewKey.of(account(), ask.kid(), ask.publicKey());
    checked(
        store.add(made.key(), caller.agent().name(), now, settings.mostActive()),
        settings.mostActive());
    var shown = shown(made, now);
    return Response.status(Response.Status.CREATED).entity(shown).build();
  }

  /** Adds a successor and lets the key end after an overlap, in which both are good. */
  @POST
  @Idempotent
  @Path("/{kid}/roll")
  public Response roll(@PathParam("kid") String kid, Roll roll) {
    var now = clock.instant();
    var overlap = overlap(roll.overlap());
    var made = NewKey.of(account(), roll.kid(), roll.publicKey());
    checked(
        store.roll(
            kid, now.plus(overlap), made.key(), caller.agent().name(), now, settings.mostActive()),
        settings.mostActive());
    var shown = shown(made, now);
    var ended = store.find(account(), kid).orElseThrow(Keys::unknown).facts();
    tell(ended);
    return Response.status(Response.Status.CREATED)
        .entity(new Rolled(shown.key(), shown.secret(), KeyView.of(ended, now)))
        .build();
  }

  /** Lets a key end, at once or at a moment to come. One that has ended stays as it is. */
  @POST
  @Path("/{kid}/revoke")
  public KeyView revoke(@PathParam("kid") String kid, End end) {
    var now = clock.instant();
    if (end.at() != null && end.at().isBefore(now)) {
      throw BadRequest.body("/at", "expected a moment to come, or nothing for now");
    }
    return KeyView.of(end(kid, end.at() == null ? now : end.at(), now), now);
  }

  private static void checked(Registration done, int most) {
    switch (done) {
      case UNKNOWN -> throw unknown();
      case ENDED -> throw new Refused(ErrorCode.WRONG_STATE, "the key is revoked");
      case KID_TAKEN -> throw BadRequest.body("/kid", "the account has a key of this id");
      case TOO_MANY ->
          throw new Refused(
              ErrorCode.LIMIT_REACHED, "at most " + most + " keys may be active; revoke one first");
      case ADDED -> {
        // Said by the answer.
      }
    }
  }

  private Shown shown(NewKey made, Instant now) {
    var facts = store.find(account(), made.key().kid()).orElseThrow(Keys::unknown).facts();
    LOG.log(
        System.Logger.Level.INFO, "account {0} registered key {1}", account(), made.key().kid());
    return new Shown(KeyView.of(facts, now), made.secret());
  }

  private KeyFacts end(String kid, Instant at, Instant now) {
    var ended = store.revoke(account(), kid, at, now).orElseThrow(Keys::unknown);
    tell(ended);
    return ended;
  }

  private void tell(KeyFacts ended) {
    LOG.log(
        System.Logger.Level.INFO,
        "account {0} lets key {1} end at {2}",
        account(),
        ended.kid(),
        ended.revokedAt());
  }

  private Duration overlap(String text) {
    try {
      var overlap = text == null ? USUAL_OVERLAP : Duration.parse(text);
      if (!overlap.isNegative() && overlap.compareTo(settings.longestOverlap()) <= 0) {
        return overlap;
      }
    } catch (DateTimeParseException e) {
      // Said below, with the bounds.
    }
    throw BadRequest.body(
        "/overlap", "expected an ISO 8601 duration from PT0S to " + settings.longestOverlap());
  }

  private String account() {
    return caller.agent().accountId();
  }

  private static Refused unknown() {
    return new Refused(ErrorCode.NOT_FOUND, "no such key");
  }
}
