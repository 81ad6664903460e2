package io.visavis.signaling.broker;

import io.visavis.signaling.policy.Choices;
import io.visavis.signaling.policy.Policies;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.protocol.Surface;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.token.Principal;
import java.util.Optional;

/** Holds people to their account's policy as it stands when they act. */
final class HouseRules {
  private final Policies policies;

  HouseRules(Policies policies) {
    this.policies = policies;
  }

  /**
   * Lets an agent ask visitors to share.
   *
   * @return what the account chose; the request keeps to it
   * @throws Refused {@code not-permitted-by-policy}
   */
  Choices mayRequest(Principal.Agent agent) {
    var choices = policies.now(agent.accountId()).choices();
    if (!choices.mayRequest(agent.agentId())) {
      throw new Refused(
          ErrorCode.NOT_PERMITTED_BY_POLICY, "the account's policy does not let this agent ask");
    }
    return choices;
  }

  /**
   * Lets a visitor show what they picked. What is shown already stays: it was permitted when it was
   * picked.
   *
   * @param surface the word that the visitor's browser said
   * @throws Refused {@code surface-not-permitted}
   */
  void mayShow(ShareSession session, String surface) {
    if (session.capturing()) {
      return;
    }
    var limit = policies.now(session.accountId()).choices().surface();
    if (Surface.of(surface).filter(limit::permits).isEmpty()) {
      throw new Refused(
          ErrorCode.SURFACE_NOT_PERMITTED,
          "the account's policy does not let this surface be shown",
          Optional.of(session.id()));
    }
  }

  /** A yes, under the name of what stood there to be agreed to. */
  Occurrence accepted(String accountId, Occurrence yes) {
    return Occurrence.accepted(policies.now(accountId).wording(yes.wording()), yes.language());
  }
}
