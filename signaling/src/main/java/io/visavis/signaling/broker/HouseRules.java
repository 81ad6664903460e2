package io.visavis.signaling.broker;

import io.visavis.signaling.policy.AccountPolicy;
import io.visavis.signaling.policy.Choices;
import io.visavis.signaling.policy.Policies;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.protocol.Surface;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.SessionState;
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

  /**
   * Lets a visitor say yes to what stands, and to nothing else. What changes nothing that visitors
   * are shown takes no yes away.
   *
   * @param policyVersion of the policy whose words the page showed; the consent names it
   * @throws Refused {@code policy-changed} when something else is to be shown since
   */
  void mayAgree(ShareSession session, int policyVersion) {
    if (session.state() == SessionState.REQUESTED
        && !policies.showsWhatStands(session.accountId(), policyVersion)) {
      throw new Refused(
          ErrorCode.POLICY_CHANGED,
          "what the account shows was changed since it was read",
          Optional.of(session.id()));
    }
  }

  /** A yes that may be said, under the name of what stood there to be agreed to. */
  static Occurrence accepted(Occurrence yes) {
    var wording = AccountPolicy.wording(yes.wording(), yes.policyVersion());
    return Occurrence.accepted(wording, yes.language(), yes.policyVersion());
  }
}
