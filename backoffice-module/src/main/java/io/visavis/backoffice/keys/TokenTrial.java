package io.visavis.backoffice.keys;

import io.visavis.backoffice.access.Caller;
import io.visavis.backoffice.json.Checked;
import io.visavis.backoffice.problem.BadRequest;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.token.TokenFault;
import io.visavis.signaling.token.TokenTrials;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** Tells an account's admin why a token of the account is refused. */
@Path("/keys/try")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TokenTrial {
  private static final int LONGEST = 20_000;

  @Inject private Caller caller;
  @Inject private AccountStore accounts;
  @Inject private TokenTrials tokens;
  @Inject private Trials trials;

  /** A token as a host's server minted it. */
  public record Ask(String token) implements Checked {
    @Override
    public void check() {
      if (token == null || token.isBlank() || token.length() > LONGEST) {
        throw BadRequest.body("/token", "expected a token of 1 to " + LONGEST + " characters");
      }
    }

    @Override
    public String toString() {
      return "Ask[]";
    }
  }

  /**
   * What came of it.
   *
   * @param fault why it is refused; null when it is accepted
   * @param header what its header says, as text
   * @param claims what it claims, as text; proven only when it is accepted
   */
  public record Told(
      boolean accepted, String fault, Map<String, String> header, Map<String, String> claims) {}

  /** Tries a token. It is neither kept nor logged. */
  @POST
  public Told tell(Ask ask) {
    var accountId = caller.agent().accountId();
    trials.take(accountId);
    var account =
        accounts
            .byId(accountId)
            .orElseThrow(() -> new Refused(ErrorCode.NOT_FOUND, "the account is gone"));
    var trial = tokens.of(account, ask.token().strip());
    return new Told(
        trial.fault().isEmpty(),
        trial.fault().map(TokenFault::word).orElse(null),
        trial.header(),
        trial.claims());
  }
}
