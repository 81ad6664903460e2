package io.visavis.backoffice.access;

import io.visavis.backoffice.problem.Problem;
import io.visavis.signaling.protocol.ErrorCode;
import io.visavis.signaling.token.AgentTokens;
import io.visavis.signaling.token.Principal;
import io.visavis.signaling.token.ServiceTokens;
import io.visavis.signaling.token.TokenRefused;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** Lets a request through to its method only if the authorization table says so. */
@Dependent
@Priority(Priorities.AUTHENTICATION)
public class BearerFilter implements ContainerRequestFilter {
  private static final System.Logger LOG = System.getLogger(BearerFilter.class.getName());
  private static final String SCHEME = "Bearer ";

  @Context private ResourceInfo resource;
  @Inject private Caller caller;
  @Inject private AgentTokens agentTokens;
  @Inject private ServiceTokens serviceTokens;

  @Override
  public void filter(ContainerRequestContext request) {
    var route = Route.of(resource.getResourceClass(), resource.getResourceMethod());
    if (route.isEmpty()) {
      refuse(request, ErrorCode.FORBIDDEN, "nobody may call this");
    } else if (!route.get().forAnyone()) {
      authenticate(request, route.get());
    }
  }

  private void authenticate(ContainerRequestContext request, Route route) {
    var token = token(request);
    if (token.isEmpty()) {
      refuse(request, ErrorCode.NOT_AUTHENTICATED, "send Authorization: Bearer <token>");
      return;
    }
    try {
      if (!admit(route, token.get())) {
        refuse(request, ErrorCode.FORBIDDEN, "the token's role may not do this");
      }
    } catch (TokenRefused e) {
      LOG.log(System.Logger.Level.DEBUG, "Token refused: {0}", e.getMessage());
      refuse(
          request,
          e.expired() ? ErrorCode.TOKEN_EXPIRED : ErrorCode.TOKEN_INVALID,
          e.expired() ? "fetch a fresh token" : "this is no token for this address");
    }
  }

  private boolean admit(Route route, String token) {
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

  private static Optional<String> token(ContainerRequestContext request) {
    return Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> header.substring(SCHEME.length()).strip())
        .filter(token -> !token.isEmpty());
  }

  private static void refuse(ContainerRequestContext request, ErrorCode code, String detail) {
    var answer = jakarta.ws.rs.core.Response.fromResponse(Problem.of(code, detail).response());
    if (code.httpStatus() == 401) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"visavis\"");
    }
    request.abortWith(answer.build());
  }
}
