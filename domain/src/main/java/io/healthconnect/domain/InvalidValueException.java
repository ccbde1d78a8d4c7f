package io.healthconnect.domain;

/**
 * A value from outside does not meet the rules of its type. Edges turn it into "bad request" with
 * the field and the problem; the message never repeats the value.
 */
public final class InvalidValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String problem;

  public InvalidValueException(String field, String problem) {
    super(field + ": " + problem);
    this.field = field;
    this.problem = problem;
  }

  public String field() {
    return field;
  }

  public String problem() {
    return problem;
  }
}
