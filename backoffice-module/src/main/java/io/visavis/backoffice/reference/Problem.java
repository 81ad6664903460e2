package io.visavis.backoffice.reference;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/**
 * An answer that says what went wrong (RFC 9457).
 *
 * @param code a word for programs
 * @param title a sentence for people, the same for every problem of that code
 */
record Problem(String code, String title, int status) {
  static final Problem BAD_REQUEST = new Problem("bad-request", "The request is not valid.", 400);
  static final Problem NOT_SIGNED_IN = new Problem("not-signed-in", "Sign in first.", 401);
  static final Problem WRONG_PASSWORD =
      new Problem("wrong-password", "This name and password do not belong together.", 401);
  static final Problem HEADER_MISSING =
      new Problem("header-missing", "Changes need the header X-Reference: 1.", 403);
  static final Problem NOT_FOUND = new Problem("not-found", "There is no such thing here.", 404);
  static final Problem TOO_LARGE = new Problem("too-large", "The body is too large.", 413);
  static final Problem TOO_MANY =
      new Problem("too-many-attempts", "Too many attempts: wait a few minutes.", 429);
  static final Problem INTERNAL = new Problem("internal", "Something went wrong here.", 500);

  static Problem ofStatus(int status) {
    return new Problem("http-" + status, Response.Status.fromStatusCode(status).toString(), status);
  }

  Response.ResponseBuilder answer() {
    return Response.status(status).type("application/problem+json").entity(StrictJson.write(this));
  }

  WebApplicationException thrown() {
    return new WebApplicationException(title, answer().build());
  }
}
