package io.visavis.backoffice.operator;

import io.visavis.backoffice.access.Caller;
import io.visavis.backoffice.problem.BadRequest;
import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.account.AccountStore.EligibilityChange;
import io.visavis.signaling.account.AccountStore.EligibilityEvent;
import io.visavis.signaling.account.AccountStore.Refusal;
import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.broker.SessionBroker;
import io.visavis.signaling.protocol.ErrorCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;

/** The operator's view of all accounts. */
@Path("/operator/accounts")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class Accounts {
  private static final int MOST = 200;
  private static final int LONGEST_QUERY = 100;

  @Inject private Caller caller;
  @Inject private AccountStore store;
  @Inject private SessionBroker broker;
  @Inject private Clock clock;

  /** Accounts; {@code more} when there are more than are shown. */
  public record Found(List<AccountView> items, boolean more) {}

  /** What happened to an account's eligibility, newest first. */
  public record History(List<EligibilityEvent> items) {}

  /**
   * Accounts whose name or site key contains {@code query}, by name, or those that ask for access,
   * the longest waiting first; at most {@value #MOST}.
   */
  @GET
  public Found list(@QueryParam("query") String query, @QueryParam("asking") String asking) {
    if (asking != null) {
      if (!asking.equals("true") || query != null) {
        throw BadRequest.parameter("asking", "expected true, and no query beside it");
      }
      return found(store.asking(MOST + 1));
    }
    if (query != null && query.length() > LONGEST_QUERY) {
      throw BadRequest.parameter("query", "expected at most " + LONGEST_QUERY + " characters");
    }
    var wanted = query == null || query.isBlank() ? null : query.strip();
    return found(store.list(wanted, MOST + 1));
  }

  private Found found(List<Account> accounts) {
    var shown = accounts.subList(0, Math.min(MOST, accounts.size()));
    return new Found(
        AccountView.all(shown, store, clock.instant()), accounts.size() > shown.size());
  }

  /** Grants or revokes; open shares end at once when the account is not eligible any more. */
  @PUT
  @Path("/{id}/eligibility")
  @Consumes(MediaType.APPLICATION_JSON)
  public AccountView setEligibility(@PathParam("id") String id, EligibilityWord word) {
    var now = clock.instant();
    word.checkAt(now);
    var change =
        new EligibilityChange(
            word.eligible(), word.until(), caller.operator().name(), word.note(), now);
    var account = store.setEligibility(id, change).orElseThrow(Accounts::unknown);
    if (!account.eligibility().holdsAt(now)) {
      broker.timekeeper().endIneligible();
    }
    return view(account);
  }

  /** Says no to an open ask for access; the account admin reads the note. */
  @POST
  @Path("/{id}/access-request/refuse")
  @Consumes(MediaType.APPLICATION_JSON)
  public AccountView refuse(@PathParam("id") String id, RefusalWord word) {
    if (store.byId(id).orElseThrow(Accounts::unknown).accessRequest() == null) {
      throw new Refused(ErrorCode.WRONG_STATE, "the account does not ask for access");
    }
    var refusal = new Refusal(clock.instant(), caller.operator().name(), word.note());
    return view(store.refuseAccess(id, refusal).orElseThrow(Accounts::unknown));
  }

  /** What happened to an account's eligibility. */
  @GET
  @Path("/{id}/history")
  public History history(@PathParam("id") String id) {
    store.byId(id).orElseThrow(Accounts::unknown);
    return new History(store.history(id, MOST));
  }

  private AccountView view(Account account) {
    return AccountView.of(account, store, clock.instant());
  }

  private static Refused unknown() {
    return new Refused(ErrorCode.NOT_FOUND, "no such account");
  }
}
