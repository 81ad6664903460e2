package io.visavis.backoffice.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Bodies and parameters that are not as they should be. */
public final class BadRequestMapper implements ExceptionMapper<BadRequest> {
  @Override
  public Response toResponse(BadRequest refused) {
    return refused.problem().response();
  }
}
