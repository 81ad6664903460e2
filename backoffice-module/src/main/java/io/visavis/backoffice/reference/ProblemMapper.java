package io.visavis.backoffice.reference;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Every failure leaves as a problem, and none tells about the inside. */
public class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof WebApplicationException refused) {
      Response answer = refused.getResponse();
      return answer.hasEntity() ? answer : plain(answer);
    }
    LOG.log(Level.ERROR, "a request to the reference host failed", failure);
    return Problem.INTERNAL.answer().build();
  }

  private static Response plain(Response answer) {
    Problem problem =
        answer.getStatus() == Problem.NOT_FOUND.status()
            ? Problem.NOT_FOUND
            : Problem.ofStatus(answer.getStatus());
    Response.ResponseBuilder told = problem.answer();
    // 405 lists the methods that are allowed; that is worth keeping.
    if (answer.getHeaderString("Allow") != null) {
      told.header("Allow", answer.getHeaderString("Allow"));
    }
    return told.build();
  }
}
