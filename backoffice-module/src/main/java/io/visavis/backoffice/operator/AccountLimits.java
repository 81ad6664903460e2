package io.visavis.backoffice.operator;

import io.visavis.backoffice.access.Caller;
import io.visavis.backoffice.json.Checked;
import io.visavis.backoffice.problem.BadRequest;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.account.AccountStore.LimitsChange;
import io.visavis.signaling.account.Limits;
import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.protocol.ErrorCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;

/** How much the operator allows an account. */
@Path("/operator/accounts/{id}/limits")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountLimits {
  private static final System.Logger LOG = System.getLogger(AccountLimits.class.getName());

  @Inject private Caller caller;
  @Inject private AccountStore accounts;
  @Inject private Clock clock;

  /** Both limits as they are to be, and as they were read; null for none. */
  public record Wanted(Integer maxOpenSessions, Integer maxRequestsPerHour, Seen seen)
      implements Checked {
    private static final int MOST = 1_000_000;

    @Override
    public void check() {
      check("/maxOpenSessions", maxOpenSessions);
      check("/maxRequestsPerHour", maxRequestsPerHour);
      if (seen == null) {
        throw BadRequest.body("/seen", "expected the limits that were read");
      }
    }

    private Limits limits() {
      return new Limits(maxOpenSessions, maxRequestsPerHour);
    }

    private static void check(String pointer, Integer value) {
      if (value != null && (value < 1 || value > MOST)) {
        throw BadRequest.body(pointer, "expected a whole number from 1 to " + MOST + ", or null");
      }
    }
  }

  /** Both limits as they were read; null for none. */
  public record Seen(Integer maxOpenSessions, Integer maxRequestsPerHour) {
    private Limits limits() {
      return new Limits(maxOpenSessions, maxRequestsPerHour);
    }
  }

  /**
   * Replaces both limits; they hold for requests from now on, and end nothing that is open.
   *
   * @throws Refused {@code limits-changed} when a colleague set others since they were read
   */
  @PUT
  public AccountView set(@PathParam("id") String id, Wanted wanted) {
    accounts.byId(id).orElseThrow(() -> new Refused(ErrorCode.NOT_FOUND, "no such account"));
    var now = clock.instant();
    var change =
        new LimitsChange(wanted.seen().limits(), wanted.limits(), caller.operator().name(), now);
    var account =
        accounts
            .setLimits(id, change)
            .orElseThrow(
                () ->
                    new Refused(
                        ErrorCode.LIMITS_CHANGED, "the limits were changed since they were read"));
    LOG.log(System.Logger.Level.INFO, "account {0} has other limits", account.id());
    return AccountView.of(account, accounts, now);
  }
}
