package io.visavis.backoffice.problem;

import io.visavis.signaling.broker.Refused;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** What the broker refuses; its details are written for developers and hold no ids. */
public final class RefusedMapper implements ExceptionMapper<Refused> {
  @Override
  public Response toResponse(Refused refused) {
    return Problem.of(refused.code(), refused.getMessage())
        .about(refused.sessionId().orElse(null))
        .response();
  }
}
