package io.visavis.signaling.endpoint;

import io.visavis.signaling.account.Account;
import io.visavis.signaling.account.AccountStore;
import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.protocol.ClientKind;
import io.visavis.signaling.protocol.ClientMessage.Hello;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.token.AgentTokens;
import io.visavis.signaling.token.Principal;
import io.visavis.signaling.token.ServiceTokens;
import io.visavis.signaling.token.Tickets;
import io.visavis.signaling.token.TokenRefused;
import java.util.Optional;

/** Decides who a connection speaks for: by its token or ticket, and the origin of its page. */
public final class Admission {
  private final AccountStore accounts;
  private final AgentTokens agentTokens;
  private final ServiceTokens serviceTokens;
  private final Tickets tickets;
  private final String serviceOrigin;

  /** Admission to the service at that origin. */
  public Admission(
      AccountStore accounts,
      AgentTokens agentTokens,
      ServiceTokens serviceTokens,
      Tickets tickets,
      String serviceOrigin) {
    this.accounts = accounts;
    this.agentTokens = agentTokens;
    this.serviceTokens = serviceTokens;
    this.tickets = tickets;
    this.serviceOrigin = serviceOrigin;
  }

  /**
   * Someone who may come in.
   *
   * @param freshToken minted for a popup that gave a ticket, to go on with
   * @param ticketSession the session of that ticket
   */
  record Admitted(
      Principal principal,
      Account account,
      Optional<String> freshToken,
      Optional<String> ticketSession) {}

  /**
   * Verifies a hello that came from a page of that origin.
   *
   * @throws Refused {@code token-invalid}, {@code token-expired}, {@code ticket-invalid}, {@code
   *     forbidden} for a foreign origin
   */
  Admitted admit(Hello hello, Optional<String> origin) {
    var admitted =
        hello.ticket().isPresent()
            ? byTicket(hello, hello.ticket().get())
            : byToken(hello.kind(), hello.token().orElseThrow());
    if (origin.filter(from -> mayComeFrom(from, hello.kind(), admitted.account())).isEmpty()) {
      throw new Refused(ErrorCode.FORBIDDEN, "this origin is not registered for the account");
    }
    return admitted;
  }

  /** A renewed right to speak; {@code freshToken} for a popup, which has no other source of one. */
  record Renewed(Principal principal, Optional<String> freshToken) {}

  /**
   * Verifies a token that is to replace {@code current}. A popup gives the token it has, and gets
   * the next one: its ticket is spent, and a share may last longer than a token.
   *
   * @throws Refused {@code token-invalid} also when it speaks for somebody else
   */
  Renewed renew(Principal current, ClientKind kind, String token) {
    var renewed = byToken(kind, token).principal();
    if (!subject(renewed).equals(subject(current)) || !role(renewed).equals(role(current))) {
      throw new Refused(ErrorCode.TOKEN_INVALID, "the token is not accepted");
    }
    if (kind != ClientKind.POPUP) {
      return new Renewed(renewed, Optional.empty());
    }
    var visitor = (Principal.Visitor) renewed;
    var minted = serviceTokens.visitor(visitor.accountId(), visitor.visitorId(), true);
    var next =
        new Principal.Visitor(visitor.accountId(), visitor.visitorId(), true, minted.expiresAt());
    return new Renewed(next, Optional.of(minted.token()));
  }

  /** Whether the key behind that right to speak was revoked since; asks the database. */
  boolean isRevoked(SigningKey key) {
    return agentTokens.isRevoked(key.accountId(), key.kid());
  }

  /** The key that signed a connection's token; visitors have none of an account's. */
  static Optional<SigningKey> key(Principal principal) {
    return principal instanceof Principal.Agent agent && agent.kid() != null
        ? Optional.of(new SigningKey(agent.accountId(), agent.kid()))
        : Optional.empty();
  }

  /** A key of an account. */
  record SigningKey(String accountId, String kid) {}

  /** A connection keeps the role it came in with: the other one may do other things. */
  private static Optional<Principal.Role> role(Principal principal) {
    return principal instanceof Principal.Agent agent
        ? Optional.of(agent.role())
        : Optional.empty();
  }

  /** Account and person, as one key for counting. */
  static String subject(Principal principal) {
    return principal instanceof Principal.Agent agent
        ? "agent " + agent.accountId() + " " + agent.agentId()
        : "visitor " + principal.accountId() + " " + ((Principal.Visitor) principal).visitorId();
  }

  private Admitted byTicket(Hello hello, String text) {
    if (hello.kind() != ClientKind.POPUP) {
      throw new Refused(ErrorCode.TICKET_INVALID, "tickets are for popups");
    }
    var ticket =
        tickets
            .spend(text)
            .orElseThrow(
                () -> new Refused(ErrorCode.TICKET_INVALID, "the ticket is used or expired"));
    var minted = serviceTokens.visitor(ticket.accountId(), ticket.visitorId(), true);
    var visitor =
        new Principal.Visitor(ticket.accountId(), ticket.visitorId(), true, minted.expiresAt());
    return new Admitted(
        visitor, account(visitor), Optional.of(minted.token()), Optional.of(ticket.sessionId()));
  }

  private Admitted byToken(ClientKind kind, String token) {
    try {
      var principal =
          switch (kind) {
            case PAGE -> serviceTokens.verifyVisitor(token, false);
            case POPUP -> serviceTokens.verifyVisitor(token, true);
            case PANEL -> agentTokens.verify(token);
          };
      return new Admitted(principal, account(principal), Optional.empty(), Optional.empty());
    } catch (TokenRefused e) {
      System.getLogger(Admission.class.getName())
          .log(System.Logger.Level.DEBUG, "token refused: {0}", e.getMessage());
      throw e.expired()
          ? new Refused(ErrorCode.TOKEN_EXPIRED, "the token has expired")
          : new Refused(ErrorCode.TOKEN_INVALID, "the token is not accepted");
    }
  }

  private Account account(Principal principal) {
    return accounts
        .byId(principal.accountId())
        .orElseThrow(() -> new Refused(ErrorCode.TOKEN_INVALID, "the token is not accepted"));
  }

  private boolean mayComeFrom(String origin, ClientKind kind, Account account) {
    return switch (kind) {
      case PAGE -> account.siteOrigins().contains(origin);
      case POPUP -> origin.equals(serviceOrigin);
      case PANEL -> origin.equals(serviceOrigin) || account.backofficeOrigins().contains(origin);
    };
  }
}
