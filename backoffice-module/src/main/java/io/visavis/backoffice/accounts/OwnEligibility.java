package io.visavis.backoffice.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.visavis.backoffice.access.Caller;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.account.AccountStore.EligibilityEvent;
import io.visavis.signaling.account.Limits;
import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.token.Principal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether the account of the caller's token may share screens, and how that came about. */
@Path("/account/eligibility")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class OwnEligibility {
  private static final int MOST = 200;
  private static final Duration RECENT = Duration.ofHours(1);

  @Inject private Caller caller;
  @Inject private AccountStore accounts;
  @Inject private Clock clock;

  /**
   * How things stand.
   *
   * @param reason {@code eligible|never-granted|revoked|past-end-date}
   * @param explanation the same in a sentence
   * @param until end of the grant, also one that has passed, or null
   * @param accessRequestedAt when an ask that is still open was made, or null
   * @param limits what the account may have at most
   * @param use what it has now
   * @param history newest first; to account admins only, otherwise left out
   */
  public record View(
      boolean eligible,
      String reason,
      Words explanation,
      Instant until,
      Instant accessRequestedAt,
      Limits limits,
      Use use,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<Step> history) {}

  /** How many sessions are open, and how many share requests there were within the last hour. */
  public record Use(long openSessions, long requestsLastHour) {}

  /** A sentence in both languages. */
  public record Words(String fr, String en) {
    private static Words of(String reason) {
      return switch (reason) {
        case "eligible" ->
            new Words(
                "Le partage d’écran est disponible pour ce compte.",
                "Screen sharing is available to this account.");
        case "never-granted" ->
            new Words(
                "Le partage d’écran n’a pas encore été accordé à ce compte.",
                "Screen sharing has not been granted to this account yet.");
        case "past-end-date" ->
            new Words(
                "La période accordée à ce compte est terminée.",
                "The period granted to this account is over.");
        default ->
            new Words(
                "L’accès de ce compte au partage d’écran a été retiré.",
                "This account’s access to screen sharing was withdrawn.");
      };
    }
  }

  /**
   * One thing that happened.
   *
   * @param by {@code operator}, or the name of the account admin who asked
   * @param until end of what was granted, or null
   * @param message what the admin wrote, or the operator in a refusal, or null; the operator's
   *     other notes are the operator's own
   * @param limits with {@code limited}, otherwise null
   */
  public record Step(
      Instant at, String action, String by, Instant until, String message, Limits limits) {
    private static Step of(EligibilityEvent event) {
      var own = "requested".equals(event.action());
      var forBoth = own || "refused".equals(event.action());
      return new Step(
          event.at(),
          event.action(),
          own ? event.by() : "operator",
          event.until(),
          forBoth ? event.note() : null,
          event.limits());
    }
  }

  /** How things stand, and for account admins what happened before. */
  @GET
  public View read() {
    var agent = caller.agent();
    var account =
        accounts
            .byId(agent.accountId())
            .orElseThrow(() -> new Refused(ErrorCode.NOT_FOUND, "the account is gone"));
    var now = clock.instant();
    var reason = account.eligibility().reasonAt(now);
    var ask = account.accessRequest();
    var counts = accounts.counts(List.of(account.id()), now.minus(RECENT)).get(account.id());
    return new View(
        account.eligibility().holdsAt(now),
        reason,
        Words.of(reason),
        account.eligibility().until(),
        ask == null ? null : ask.requestedAt(),
        accounts.limits(account.id()),
        new Use(counts.open(), counts.recent()),
        agent.role() == Principal.Role.ADMIN ? history(account.id()) : null);
  }

  private List<Step> history(String accountId) {
    return accounts.history(accountId, MOST).stream().map(Step::of).toList();
  }
}
