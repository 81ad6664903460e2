package io.visavis.signaling.policy;

import io.visavis.signaling.protocol.Result;
import java.util.Optional;

/** Accounts' policies, and what of them each side is told. */
public final class Policies {
  private static final String LOGOS = "/api/v1/logos/";

  private final PolicyStore store;
  private final String serviceOrigin;

  /** Policies of that store; logos are served by the service at that origin. */
  public Policies(PolicyStore store, String serviceOrigin) {
    this.store = store;
    this.serviceOrigin = serviceOrigin;
  }

  /** The account's policy as it stands. */
  public AccountPolicy now(String accountId) {
    return store.now(accountId);
  }

  /**
   * Whether visitors who are shown that version are shown what stands: decisions about anything
   * else may have come between.
   */
  public boolean showsWhatStands(String accountId, int version) {
    var standing = store.now(accountId);
    return standing.version() == version
        || store
            .version(accountId, version)
            .filter(then -> shown(then).equals(shown(standing)))
            .isPresent();
  }

  private Result.VisitorPolicy shown(AccountPolicy policy) {
    return forVisitor(new AccountPolicy(0, null, null, policy.choices()));
  }

  /** What a visitor's page or popup, or whoever looks at a link, is told. */
  public Result.VisitorPolicy forVisitor(AccountPolicy policy) {
    var choices = policy.choices();
    return new Result.VisitorPolicy(
        policy.version(),
        choices.surface(),
        choices.relayOnly(),
        choices.languages(),
        choices.message(),
        Optional.ofNullable(choices.logo()).map(hash -> serviceOrigin + LOGOS + hash),
        choices.privacyUrl());
  }

  /** What an agent's panel is told. */
  public Result.AgentPolicy forAgent(Choices choices, String agentId) {
    return new Result.AgentPolicy(
        choices.surface(), choices.relayOnly(), choices.mayRequest(agentId), choices.languages());
  }
}
