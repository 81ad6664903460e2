package io.visavis.backoffice.access;

import io.visavis.backoffice.problem.Problem;
import io.visavis.signaling.protocol.ErrorCode;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Lets a request through to its method only if the authorization table says so. */
@Dependent
@Priority(Priorities.AUTHENTICATION)
public class BearerFilter implements ContainerRequestFilter {
  private static final Problem NOT_IN_THE_TABLE =
      Problem.of(ErrorCode.FORBIDDEN, "nobody may call this");

  @Context private ResourceInfo resource;
  @Inject private Caller caller;
  @Inject private Gatekeeper gatekeeper;

  @Override
  public void filter(ContainerRequestContext request) {
    var authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    Route.of(resource.getResourceClass(), resource.getResourceMethod())
        .map(route -> gatekeeper.refusal(route, authorization, caller))
        .orElse(Optional.of(NOT_IN_THE_TABLE))
        .ifPresent(problem -> request.abortWith(answer(problem)));
  }

  private static Response answer(Problem problem) {
    var answer = Response.fromResponse(problem.response());
    if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"visavis\"");
    }
    return answer.build();
  }
}
