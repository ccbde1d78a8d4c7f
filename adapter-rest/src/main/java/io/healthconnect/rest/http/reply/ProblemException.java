package io.healthconnect.rest.http.reply;

/** Stops reading a request and answers with a problem. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.code().code(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
