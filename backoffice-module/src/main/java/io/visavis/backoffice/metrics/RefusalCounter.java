package io.visavis.backoffice.metrics;

import io.visavis.backoffice.problem.Problem;
import io.visavis.signaling.protocol.ErrorCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Counts what REST refuses, under the same name as what the WebSocket refuses. */
@Dependent
public class RefusalCounter implements ContainerResponseFilter {
  @Inject private SessionMetrics metrics;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Problem problem) {
      ErrorCode.of(problem.code()).ifPresent(metrics::refused);
    }
  }
}
