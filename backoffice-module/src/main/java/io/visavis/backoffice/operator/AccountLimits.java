package io.visavis.backoffice.operator;

import io.visavis.backoffice.access.Caller;
import io.visavis.backoffice.json.Checked;
import io.visavis.backoffice.problem.BadRequest;
import io.visavis.signaling.account.AccountStore;
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

  /** Both limits as they are to be; null for none. */
  public record Wanted(Integer maxOpenSessions, Integer maxRequestsPerHour) implements Checked {
    private static final int MOST = 1_000_000;

    @Override
    public void check() {
      check("/maxOpenSessions", maxOpenSessions);
      check("/maxRequestsPerHour", maxRequestsPerHour);
    }

    private static void check(String pointer, Integer value) {
      if (value != null && (value < 1 || value > MOST)) {
        throw BadRequest.body(pointer, "expected a whole number from 1 to " + MOST + ", or null");
      }
    }
  }

  /** Replaces both limits; they hold for requests from now on, and end nothing that is open. */
  @PUT
  public AccountView set(@PathParam("id") String id, Wanted wanted) {
    var limits = new Limits(wanted.maxOpenSessions(), wanted.maxRequestsPerHour());
    var now = clock.instant();
    var account =
        accounts
            .setLimits(id, limits, caller.operator().name(), now)
            .orElseThrow(() -> new Refused(ErrorCode.NOT_FOUND, "no such account"));
    LOG.log(System.Logger.Level.INFO, "account {0} has other limits", account.id());
    return AccountView.of(account, accounts, now);
  }
}
