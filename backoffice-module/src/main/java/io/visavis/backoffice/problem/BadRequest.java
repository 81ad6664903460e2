package io.visavis.backoffice.problem;

import io.visavis.signaling.protocol.ErrorCode;

/** A request with something wrong in its body or parameters. Messages name what is expected. */
public final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  private BadRequest(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  /** Something at {@code pointer} (RFC 6901; {@code ""} for the whole) of the JSON body. */
  public static BadRequest body(String pointer, String detail) {
    return new BadRequest(Problem.of(ErrorCode.BAD_MESSAGE, detail).at(pointer));
  }

  /** A query or path parameter. */
  public static BadRequest parameter(String name, String detail) {
    return new BadRequest(Problem.of(ErrorCode.BAD_MESSAGE, detail).of(name));
  }

  /** A body above {@code limit} bytes. */
  public static BadRequest tooLarge(int limit) {
    return new BadRequest(
        Problem.of(ErrorCode.MESSAGE_TOO_LARGE, "the body may have at most " + limit + " bytes"));
  }

  /** What to answer. */
  public Problem problem() {
    return problem;
  }
}
