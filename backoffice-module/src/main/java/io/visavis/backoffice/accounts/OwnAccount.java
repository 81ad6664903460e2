package io.visavis.backoffice.accounts;

import io.visavis.backoffice.access.Caller;
import io.visavis.backoffice.json.Checked;
import io.visavis.backoffice.json.TextRule;
import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.policy.Policies;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.token.Principal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;

/** The account of the caller's token. */
@Path("/account")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class OwnAccount {
  @Inject private Caller caller;
  @Inject private AccountStore accounts;
  @Inject private Policies policies;
  @Inject private Clock clock;

  /**
   * What agents and admins may know of their account.
   *
   * @param eligibleUntil end of the grant, or null
   * @param reason {@code eligible|never-granted|revoked|past-end-date}
   * @param accessRequestedAt when an ask that is still open was made, or null
   * @param accessRefusal the operator's no to the last ask, or null
   * @param mayRequest whether the caller may ask visitors to share: an agent whom the policy lets
   */
  public record View(
      String name,
      String siteKey,
      boolean eligible,
      Instant eligibleUntil,
      String reason,
      Instant accessRequestedAt,
      AccessRefusal accessRefusal,
      boolean mayRequest) {}

  /**
   * When the last ask was refused, and what the operator says about it; {@code note} may be null.
   */
  public record AccessRefusal(Instant at, String note) {}

  /** Why the account would like to share screens; may be null. */
  public record Ask(String message) implements Checked {
    private static final int LONGEST_MESSAGE = 1000;

    @Override
    public void check() {
      TextRule.optional("/message", message, LONGEST_MESSAGE);
    }
  }

  /** When the open ask was made. */
  public record Asked(Instant requestedAt) {}

  /** Whether the account may share screens, and if not, why. */
  @GET
  public View read() {
    var account = account();
    var now = clock.instant();
    var eligibility = account.eligibility();
    var ask = account.accessRequest();
    return new View(
        account.name(),
        account.siteKey(),
        eligibility.holdsAt(now),
        eligibility.until(),
        eligibility.reasonAt(now),
        ask == null ? null : ask.requestedAt(),
        refusal(account),
        mayRequest());
  }

  private boolean mayRequest() {
    var agent = caller.agent();
    return agent.role() == Principal.Role.AGENT
        && policies.now(agent.accountId()).choices().mayRequest(agent.agentId());
  }

  /** Asks the operator for access; while an ask is open it stays the same. */
  @POST
  @Path("/access-requests")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response ask(Ask ask) {
    var now = clock.instant();
    if (account().eligibility().holdsAt(now)) {
      throw new Refused(ErrorCode.WRONG_STATE, "the account is eligible already");
    }
    var agent = caller.agent();
    var request = new Account.AccessRequest(now, agent.name(), ask.message());
    var asked =
        accounts.requestAccess(agent.accountId(), request).orElseThrow(OwnAccount::vanished);
    return Response.status(Response.Status.CREATED)
        .entity(new Asked(asked.accessRequest().requestedAt()))
        .build();
  }

  private AccessRefusal refusal(Account account) {
    return accounts
        .lastRefusal(account.id())
        .map(refusal -> new AccessRefusal(refusal.at(), refusal.note()))
        .orElse(null);
  }

  private Account account() {
    return accounts.byId(caller.agent().accountId()).orElseThrow(OwnAccount::vanished);
  }

  private static Refused vanished() {
    return new Refused(ErrorCode.NOT_FOUND, "the account is gone");
  }
}
