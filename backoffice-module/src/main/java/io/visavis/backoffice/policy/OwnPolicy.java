package io.visavis.backoffice.policy;

import io.visavis.backoffice.access.Caller;
import io.visavis.backoffice.configuration.IceSettings;
import io.visavis.backoffice.configuration.PolicySettings;
import io.visavis.backoffice.configuration.RetentionSettings;
import io.visavis.backoffice.problem.BadRequest;
import io.visavis.backoffice.problem.TooSoon;
import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.policy.AccountPolicy;
import io.visavis.signaling.policy.Choices;
import io.visavis.signaling.policy.PolicyChange;
import io.visavis.signaling.policy.PolicyStore;
import io.visavis.signaling.policy.Ruling;
import io.visavis.signaling.protocol.ErrorCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;

/** The policy of the account of the caller's token. */
@Path("/account/policy")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class OwnPolicy {
  private static final System.Logger LOG = System.getLogger(OwnPolicy.class.getName());

  @Inject private Caller caller;
  @Inject private PolicyStore policies;
  @Inject private IceSettings ice;
  @Inject private RetentionSettings retention;
  @Inject private PolicySettings settings;
  @Inject private Clock clock;

  /** The policy as it stands. */
  @GET
  public PolicyView read() {
    return view(policies.now(caller.agent().accountId()));
  }

  /**
   * Decides anew; it holds from now on, and for shares that run as docs/plug-in/policy.md says.
   * What stands already is answered as it stands.
   *
   * @throws Refused {@code policy-changed} when somebody decided since it was read, {@code
   *     no-relay} when pictures are to be bound to a relay that is not there
   * @throws TooSoon when the account decided as often as it may within an hour
   */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public PolicyView decide(Decision decision) {
    var admin = caller.agent();
    var account = admin.accountId();
    var choices = decision.choices();
    if (choices.relayOnly() && !ice.relays() && !stands(account, choices)) {
      throw new Refused(ErrorCode.NO_RELAY, "the service has no turn: or turns: server");
    }
    if (choices.logo() != null && !policies.hasLogo(account, choices.logo())) {
      throw BadRequest.body("/logo", "the account has no logo of this hash: put it there first");
    }
    var change = new PolicyChange(decision.version(), choices, admin.agentId(), clock.instant());
    return view(standing(account, change));
  }

  /** Said again, it binds nobody anew. */
  private boolean stands(String account, Choices choices) {
    return policies.now(account).choices().equals(choices);
  }

  private AccountPolicy standing(String account, PolicyChange change) {
    var ruling = policies.decide(account, change, settings.versionsPerHour());
    if (ruling instanceof Ruling.TooOften full) {
      throw new TooSoon(
          "an account decides at most %d times in an hour".formatted(settings.versionsPerHour()),
          Duration.between(change.at(), full.roomAt()));
    }
    if (ruling instanceof Ruling.Stands stands) {
      if (stands.isNew()) {
        LOG.log(
            System.Logger.Level.INFO,
            "account {0} decided version {1} of its policy",
            account,
            stands.policy().version());
      }
      return stands.policy();
    }
    throw new Refused(ErrorCode.POLICY_CHANGED, "the policy was changed since it was read");
  }

  private PolicyView view(AccountPolicy policy) {
    return PolicyView.of(policy, ice.relays(), retention.days());
  }
}
