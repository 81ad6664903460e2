package io.visavis.backoffice.access;

import io.visavis.backoffice.problem.Problem;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.token.AgentTokens;
import io.visavis.signaling.token.Principal;
import io.visavis.signaling.token.ServiceTokens;
import io.visavis.signaling.token.TokenRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Decides whether a request with that Authorization header may use a route. */
@ApplicationScoped
class Gatekeeper {
  private static final System.Logger LOG = System.getLogger(Gatekeeper.class.getName());
  private static final String SCHEME = "Bearer ";

  private AgentTokens agentTokens;
  private ServiceTokens serviceTokens;

  Gatekeeper() {}

  @Inject
  Gatekeeper(AgentTokens agentTokens, ServiceTokens serviceTokens) {
    this.agentTokens = agentTokens;
    this.serviceTokens = serviceTokens;
  }

  /**
   * Notes in {@code caller} who it is.
   *
   * @param authorization the header, or null
   * @return why not; empty when the request may pass
   */
  Optional<Problem> refusal(Route route, String authorization, Caller caller) {
    if (route.forAnyone()) {
      return Optional.empty();
    }
    var token = token(authorization);
    if (token.isEmpty()) {
      return refused(ErrorCode.NOT_AUTHENTICATED, "send Authorization: Bearer <token>");
    }
    try {
      return admits(route, token.get(), caller)
          ? Optional.empty()
          : refused(ErrorCode.FORBIDDEN, "the token's role may not do this");
    } catch (TokenRefused e) {
      LOG.log(System.Logger.Level.DEBUG, "Token refused: {0}", e.getMessage());
      return e.expired()
          ? refused(ErrorCode.TOKEN_EXPIRED, "fetch a fresh token")
          : refused(ErrorCode.TOKEN_INVALID, "this is no token for this address");
    }
  }

  private boolean admits(Route route, String token, Caller caller) {
    if (route.forOperator()) {
      caller.is(serviceTokens.verifyOperator(token));
      return true;
    }
    var agent = agentTokens.verify(token);
    caller.is(agent);
    return route.roles().contains(role(agent.role()));
  }

  private static Role role(Principal.Role role) {
    return switch (role) {
      case AGENT -> Role.AGENT;
      case ADMIN -> Role.ADMIN;
    };
  }

  private static Optional<String> token(String authorization) {
    return Optional.ofNullable(authorization)
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> header.substring(SCHEME.length()).strip())
        .filter(token -> !token.isEmpty());
  }

  private static Optional<Problem> refused(ErrorCode code, String detail) {
    return Optional.of(Problem.of(code, detail));
  }
}
