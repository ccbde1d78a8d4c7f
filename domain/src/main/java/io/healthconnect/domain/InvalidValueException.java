package io.healthconnect.domain;

import java.util.Locale;
import java.util.Map;

/**
 * A value from outside does not meet the rules of its type. Edges turn it into "bad request" with
 * the field, a sentence, a stable code and the numbers that the rule names; none of these repeats
 * the value.
 */
public final class InvalidValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The kind of rule that is broken. Clients choose their own message by it. */
  public enum Code {
    /** Missing, empty or blank. */
    REQUIRED,
    /** More characters, bytes, entries or days than {@code max}. */
    TOO_LONG,
    /** Fewer characters than {@code min}. */
    TOO_SHORT,
    /** A number or a date outside {@code min} to {@code max}; either may be missing. */
    OUT_OF_RANGE,
    /** Does not have the format of this kind of value. */
    INVALID_FORMAT,
    /** Contains characters that are not allowed in this field. */
    FORBIDDEN_CHARACTERS,
    /** Not one of the field's possible values. */
    UNKNOWN_VALUE,
    /** A member that this request does not define. */
    UNKNOWN_FIELD,
    /** Not of the field's JSON type. */
    WRONG_TYPE,
    /** Given more than once. */
    DUPLICATE,
    /** Windows of one day that overlap. */
    OVERLAP,
    /** Contradicts another field, or the person's role. */
    NOT_ALLOWED;

    /** The code as written on the wire. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final String field;
  private final String problem;
  private final Code code;
  private final transient Map<String, Long> params;

  public InvalidValueException(String field, String problem, Code code, Map<String, Long> params) {
    super(field + ": " + problem);
    this.field = field;
    this.problem = problem;
    this.code = code;
    this.params = Map.copyOf(params);
  }

  public InvalidValueException(String field, String problem, Code code) {
    this(field, problem, code, Map.of());
  }

  /** A value in the wrong format. */
  public InvalidValueException(String field, String problem) {
    this(field, problem, Code.INVALID_FORMAT);
  }

  public static InvalidValueException required(String field) {
    return new InvalidValueException(field, "must not be empty", Code.REQUIRED);
  }

  /** A text of more than {@code max} characters. */
  public static InvalidValueException tooLong(String field, long max) {
    return new InvalidValueException(
        field, "must have at most " + max + " characters", Code.TOO_LONG, Map.of("max", max));
  }

  /** A list of more than {@code max} entries. */
  public static InvalidValueException tooMany(String field, long max) {
    return new InvalidValueException(
        field, "must be at most " + max, Code.TOO_LONG, Map.of("max", max));
  }

  public static InvalidValueException outOfRange(String field, long min, long max) {
    return new InvalidValueException(
        field, "must be " + min + " to " + max, Code.OUT_OF_RANGE, Map.of("min", min, "max", max));
  }

  public static InvalidValueException forbiddenCharacters(String field) {
    return new InvalidValueException(
        field, "holds characters that are not allowed", Code.FORBIDDEN_CHARACTERS);
  }

  /** The same violation, reported for another field. */
  public InvalidValueException in(String otherField) {
    return new InvalidValueException(otherField, problem, code, params);
  }

  public String field() {
    return field;
  }

  public String problem() {
    return problem;
  }

  public Code code() {
    return code;
  }

  /** The numbers in the rule, such as {@code max}. */
  public Map<String, Long> params() {
    return params;
  }
}
