package io.visavis.backoffice.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.visavis.signaling.protocol.ErrorCode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The body of a refusal (RFC 9457).
 *
 * @param type a URI that names the kind of problem; the code again, made absolute
 * @param title a short English summary, the same for every problem of this type
 * @param status the HTTP status, repeated
 * @param detail what is wrong with this request, for developers
 * @param code the word that the WebSocket uses for the same refusal
 * @param retryable whether the same request may succeed later
 * @param pointer JSON pointer (RFC 6901) into the request's body, or null
 * @param parameter name of the query or path parameter that is wrong, or null
 * @param sessionId the session that stands in the way, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    boolean retryable,
    String pointer,
    String parameter,
    String sessionId) {
  /** The media type of RFC 9457. */
  public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

  private static final String TYPES = "https://visavis.dev/problems/";

  /** A refusal with the code's own status. */
  public static Problem of(ErrorCode code, String detail) {
    return of(code, code.httpStatus(), detail);
  }

  /** A refusal with another status, such as 405. */
  public static Problem of(ErrorCode code, int status, String detail) {
    return new Problem(
        TYPES + code.word(),
        Titles.of(code),
        status,
        detail,
        code.word(),
        code.retryable(),
        null,
        null,
        null);
  }

  Problem at(String bodyPointer) {
    return new Problem(
        type, title, status, detail, code, retryable, bodyPointer, parameter, sessionId);
  }

  Problem of(String name) {
    return new Problem(type, title, status, detail, code, retryable, pointer, name, sessionId);
  }

  Problem about(String session) {
    return new Problem(type, title, status, detail, code, retryable, pointer, parameter, session);
  }

  /** The whole answer. */
  public Response response() {
    return Response.status(status).type(MEDIA_TYPE).entity(this).build();
  }
}
