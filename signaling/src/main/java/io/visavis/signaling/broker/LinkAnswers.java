package io.visavis.signaling.broker;

import io.visavis.signaling.account.Account;
import io.visavis.signaling.policy.Policies;
import io.visavis.signaling.protocol.DeclineCause;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.protocol.Language;
import io.visavis.signaling.protocol.Result;
import io.visavis.signaling.session.AcceptLinkStore;
import io.visavis.signaling.session.EndReason;
import io.visavis.signaling.session.Occurrence;
import io.visavis.signaling.session.SessionState;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.session.Trigger;
import io.visavis.signaling.token.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Answers to share requests by people who were sent a link. Looking spends nothing. The yes is
 * given once: the first attempt claims the link, and only that attempt may repeat itself after a
 * lost network.
 */
public final class LinkAnswers {
  /** The text of the accept page that a yes by link agrees to. */
  static final String WORDING = "link.1";

  private final Floor floor;
  private final Policies policies;
  private final HouseRules houseRules;
  private final AcceptLinkStore store;
  private final Tickets tickets;

  LinkAnswers(
      Floor floor,
      Policies policies,
      HouseRules houseRules,
      AcceptLinkStore store,
      Tickets tickets) {
    this.floor = floor;
    this.policies = policies;
    this.houseRules = houseRules;
    this.store = store;
    this.tickets = tickets;
  }

  /** What became of a link. */
  public enum Standing {
    /** It waits for the answer. */
    OPEN,
    /** It was answered with yes, by this link or on the site. */
    USED,
    /** It was answered with no. */
    DECLINED,
    /** Nobody answered in time. */
    EXPIRED,
    /** The agent took the request back. */
    WITHDRAWN,
    /** The account may not share screens any more. */
    UNAVAILABLE
  }

  /**
   * What a person with the link may know.
   *
   * @param sites origins of the account's website, for checking who asks; may be empty
   * @param expiresAt until when it can be answered; empty once it cannot
   * @param policy what visitors of the account are told of its policy
   */
  public record View(
      Standing standing,
      String accountName,
      String agentName,
      List<String> sites,
      Optional<Instant> expiresAt,
      Result.VisitorPolicy policy) {}

  /**
   * Looks at a link and spends nothing.
   *
   * @throws Refused {@code not-found} when there is no such link
   */
  public View look(String code) {
    return view(session(code));
  }

  /**
   * The visitor's yes.
   *
   * @param attempt random, the same for all tries of one page, 16 to 64 characters
   * @param policyVersion of the policy whose words the page showed
   * @return a ticket for the sharing window
   * @throws Refused {@code not-found}; {@code already-answered}; {@code wrong-state} when the
   *     request is over; {@code not-eligible}; {@code policy-changed}, which spends nothing
   */
  public Tickets.Issued accept(String code, String attempt, Language language, int policyVersion) {
    var session = session(code);
    if (!acceptable(session)) {
      throw over(session);
    }
    houseRules.mayAgree(session, policyVersion);
    if (!store.claim(session.id(), attempt)) {
      throw answered(session);
    }
    if (session.state() == SessionState.REQUESTED) {
      sayYes(session, Occurrence.accepted(WORDING, language.word(), policyVersion));
    }
    return tickets.issue(session.accountId(), session.visitorId(), session.id());
  }

  /**
   * The visitor's no.
   *
   * @throws Refused {@code not-found}, {@code already-answered}, {@code wrong-state}
   */
  public View decline(String code, DeclineCause cause) {
    var session = session(code);
    var detail = cause == DeclineCause.REFUSED ? null : cause.word();
    var said = Occurrence.of(Trigger.VISITOR_DECLINES, detail);
    return view(floor.apply(session.accountId(), session.id(), said, null).session());
  }

  private ShareSession session(String code) {
    return floor
        .links
        .sessionOf(code)
        .flatMap(store::ofLink)
        .orElseThrow(() -> new Refused(ErrorCode.NOT_FOUND, "no such link"));
  }

  /**
   * Open, or given by this very link while nothing is shown yet: the same page may say it again.
   */
  private boolean acceptable(ShareSession session) {
    return switch (session.state()) {
      case REQUESTED -> floor.clock.instant().isBefore(session.deadline());
      case ACCEPTED -> byThisLink(session) && !session.capturing();
      case LIVE, PAUSED, ENDED -> false;
    };
  }

  private static boolean byThisLink(ShareSession session) {
    var wording = session.consentWording();
    return wording != null && (wording.equals(WORDING) || wording.startsWith(WORDING + "/"));
  }

  private void sayYes(ShareSession session, Occurrence yes) {
    try {
      floor.apply(session.accountId(), session.id(), HouseRules.accepted(yes), null);
    } catch (Refused refused) {
      // The same attempt, sent twice at once: the yes is given, and it is this link's.
      var now = store.ofLink(session.id()).filter(LinkAnswers::byThisLink);
      if (refused.code() != ErrorCode.ALREADY_ANSWERED || now.isEmpty()) {
        throw refused;
      }
    }
  }

  private static Refused over(ShareSession session) {
    return session.state().open() && session.state() != SessionState.REQUESTED
        ? answered(session)
        : new Refused(ErrorCode.WRONG_STATE, "the request is over", Optional.of(session.id()));
  }

  private static Refused answered(ShareSession session) {
    return new Refused(
        ErrorCode.ALREADY_ANSWERED, "the link was used already", Optional.of(session.id()));
  }

  private View view(ShareSession session) {
    var account = floor.accounts.byId(session.accountId());
    var standing = standing(session);
    return new View(
        standing,
        account.map(Account::name).orElse(""),
        session.agentName(),
        account.map(Account::siteOrigins).orElse(List.of()),
        standing == Standing.OPEN ? Optional.of(session.deadline()) : Optional.empty(),
        policies.forVisitor(policies.now(session.accountId())));
  }

  private Standing standing(ShareSession session) {
    if (session.acceptedAt() != null) {
      return Standing.USED;
    }
    if (session.state() == SessionState.REQUESTED) {
      return floor.clock.instant().isBefore(session.deadline()) ? Standing.OPEN : Standing.EXPIRED;
    }
    return standing(session.endReason());
  }

  private static Standing standing(EndReason reason) {
    return switch (reason) {
      case DECLINED, VISITOR_STOPPED -> Standing.DECLINED;
      case EXPIRED -> Standing.EXPIRED;
      case ELIGIBILITY_REVOKED -> Standing.UNAVAILABLE;
      default -> Standing.WITHDRAWN;
    };
  }
}
