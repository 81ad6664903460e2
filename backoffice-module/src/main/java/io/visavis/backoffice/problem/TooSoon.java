package io.visavis.backoffice.problem;

import io.visavis.signaling.protocol.ErrorCode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.time.Duration;

/** A limit by time is reached: the answer says when the same request may succeed. */
public final class TooSoon extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final long seconds;

  /** Another try is worth it after {@code wait}. */
  public TooSoon(String detail, Duration wait) {
    super(detail, null, false, false);
    seconds = Math.max(1, wait.plusMillis(999).toSeconds());
  }

  long seconds() {
    return seconds;
  }

  /** Answers 429 with {@code Retry-After} (RFC 9110). */
  public static final class Mapper implements ExceptionMapper<TooSoon> {
    @Override
    public Response toResponse(TooSoon refused) {
      var problem = Problem.of(ErrorCode.LIMIT_REACHED, refused.getMessage());
      return Response.fromResponse(problem.response())
          .header(HttpHeaders.RETRY_AFTER, refused.seconds())
          .build();
    }
  }
}
