package io.visavis.backoffice.problem;

import io.visavis.signaling.protocol.ErrorCode;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Everything nobody foresaw: the cause goes to the log, the caller learns only that it was us. */
public final class LastResortMapper implements ExceptionMapper<Throwable> {
  static final Problem INTERNAL =
      Problem.of(ErrorCode.INTERNAL, "the request failed; the service's log says why");

  private static final System.Logger LOG = System.getLogger(LastResortMapper.class.getName());

  @Override
  public Response toResponse(Throwable fault) {
    LOG.log(System.Logger.Level.ERROR, "A REST request failed", fault);
    return INTERNAL.response();
  }
}
