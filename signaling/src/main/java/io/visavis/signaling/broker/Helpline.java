package io.visavis.signaling.broker;

import io.visavis.signaling.policy.Policies;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.token.Principal;
import io.visavis.signaling.token.RandomIds;
import io.visavis.signaling.website.HelpCall;
import io.visavis.signaling.website.HelpRules;
import io.visavis.signaling.website.WebsiteStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What visitors say of themselves without a share: which conversation they are in, and that they
 * would like help. Panels that watch are told; calls for help are kept.
 */
public final class Helpline {
  private final Floor floor;
  private final WebsiteStore website;
  private final Policies policies;
  private final HelpRules rules;
  private final Visitors visitors;

  Helpline(
      Floor floor, WebsiteStore website, Policies policies, HelpRules rules, Visitors visitors) {
    this.floor = floor;
    this.website = website;
    this.policies = policies;
    this.rules = rules;
    this.visitors = visitors;
  }

  /** The visitor of that page is in this conversation from now on. */
  public void converse(Member page, Optional<String> conversationId) {
    floor.presence.converse(visitorOf(page), conversationId);
  }

  /**
   * A visitor asks for help. Asked again within the rest, it stays the same call.
   *
   * @throws Refused {@code forbidden} where the account does not let visitors ask, {@code
   *     not-eligible}, {@code visitor-busy} while a request or share is open, {@code limit-reached}
   *     when the account's visitors call too often
   */
  public void ask(Member page) {
    var visitor = visitorOf(page);
    var now = floor.clock.instant();
    check(visitor, now);
    if (website
        .unanswered(visitor.accountId(), visitor.visitorId(), now.minus(rules.rest()))
        .isPresent()) {
      return;
    }
    var conversation = visitors.conversation(visitor).orElse(null);
    var call =
        new HelpCall(
            RandomIds.id(), visitor.accountId(), visitor.visitorId(), conversation, now, null);
    if (!website.add(call, rules.perMinute())) {
      throw new Refused(ErrorCode.LIMIT_REACHED, "too many calls for help in a minute");
    }
    show(visitor, called(visitor));
  }

  private void check(VisitorKey visitor, Instant now) {
    if (!policies.now(visitor.accountId()).choices().visitorsMayAsk()) {
      throw new Refused(ErrorCode.FORBIDDEN, "the account does not let visitors ask");
    }
    floor
        .accounts
        .byId(visitor.accountId())
        .filter(account -> account.eligibility().holdsAt(now))
        .orElseThrow(
            () -> new Refused(ErrorCode.NOT_ELIGIBLE, "the account may not share screens"));
    floor
        .store
        .openOf(visitor.accountId(), visitor.visitorId())
        .ifPresent(
            open -> {
              throw new Refused(
                  ErrorCode.VISITOR_BUSY, "a request or share is open", Optional.of(open.id()));
            });
  }

  /** Calls for help of the agent's account, newest first; see {@link WebsiteStore#calls}. */
  public List<HelpCall> calls(
      Principal.Agent agent, Optional<String> visitorId, Optional<String> before, int limit) {
    var visitor = visitorId.or(() -> Optional.ofNullable(agent.onlyVisitor()));
    visitor
        .filter(id -> !agent.mayReach(id))
        .ifPresent(
            id -> {
              throw new Refused(ErrorCode.FORBIDDEN, "the token is good for another visitor only");
            });
    return website.calls(agent.accountId(), visitor.orElse(null), before.orElse(null), limit);
  }

  /** A panel that begins to watch now is told of calls for help that came since then. */
  Instant shownSince() {
    return floor.clock.instant().minus(rules.life());
  }

  /**
   * A panel began to watch: a call that is kept is shown, which after a restart nobody remembers
   * otherwise. Where there is none, panels that show an older one go on doing so.
   */
  void recall(VisitorKey visitor) {
    var called = called(visitor);
    if (called.isPresent()) {
      show(visitor, called);
    }
  }

  /**
   * Shows what was read, and reads it again until it stays the same: somebody may have answered it,
   * and told the panels so, before it was shown.
   */
  private void show(VisitorKey visitor, Optional<Instant> read) {
    var called = read;
    floor.presence.call(visitor, called);
    for (var again = called(visitor); !again.equals(called); again = called(visitor)) {
      called = again;
      floor.presence.call(visitor, called);
    }
  }

  private Optional<Instant> called(VisitorKey visitor) {
    return website
        .unanswered(visitor.accountId(), visitor.visitorId(), shownSince())
        .map(HelpCall::askedAt);
  }

  /** An agent asked the visitor to share, which answers what was open. */
  void answered(VisitorKey visitor) {
    website.answer(visitor.accountId(), visitor.visitorId(), floor.clock.instant());
    floor.presence.call(visitor, Optional.empty());
  }

  private static VisitorKey visitorOf(Member member) {
    var visitor = (Principal.Visitor) member.principal();
    return new VisitorKey(visitor.accountId(), visitor.visitorId());
  }
}
