package io.visavis.backoffice.problem;

import io.visavis.signaling.protocol.ErrorCode;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** What JAX-RS itself refuses: unknown paths, methods, media types. */
public final class HttpMapper implements ExceptionMapper<WebApplicationException> {
  @Override
  public Response toResponse(WebApplicationException refused) {
    var original = refused.getResponse();
    var problem = problem(original.getStatus());
    var builder = Response.fromResponse(problem.response());
    var allow = original.getHeaderString(HttpHeaders.ALLOW);
    return (allow == null ? builder : builder.header(HttpHeaders.ALLOW, allow)).build();
  }

  private static Problem problem(int status) {
    return switch (status) {
      case 401 -> Problem.of(ErrorCode.NOT_AUTHENTICATED, "send Authorization: Bearer <token>");
      case 403 -> Problem.of(ErrorCode.FORBIDDEN, "this caller may not do this");
      case 404 -> Problem.of(ErrorCode.NOT_FOUND, "there is nothing at this address");
      case 405 -> Problem.of(ErrorCode.UNKNOWN_TYPE, status, "this address has no such method");
      case 406 -> Problem.of(ErrorCode.BAD_MESSAGE, status, "only application/json is given");
      case 413 -> Problem.of(ErrorCode.MESSAGE_TOO_LARGE, "the body is too large");
      case 415 -> Problem.of(ErrorCode.BAD_MESSAGE, status, "this media type is not taken here");
      default ->
          status < 500
              ? Problem.of(ErrorCode.BAD_MESSAGE, status, "the request cannot be understood")
              : LastResortMapper.INTERNAL;
    };
  }
}
