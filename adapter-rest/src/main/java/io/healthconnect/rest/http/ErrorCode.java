package io.healthconnect.rest.http;

/** The stable codes of problems, each with its HTTP status and a title for people. */
public enum ErrorCode {
  INVALID_REQUEST(400, "invalid_request", "The request is not valid"),
  UNAUTHENTICATED(401, "unauthenticated", "Signing in is needed"),
  FORBIDDEN(403, "forbidden", "This is not allowed"),
  NOT_FOUND(404, "not_found", "There is no such thing"),
  METHOD_NOT_ALLOWED(405, "method_not_allowed", "The method is not offered here"),
  REQUEST_TIMEOUT(408, "request_timeout", "The request came too slowly"),
  SLOT_TAKEN(409, "slot_taken", "The time is taken"),
  PATIENT_BUSY(409, "patient_busy", "You have another visit at that time"),
  ILLEGAL_TRANSITION(409, "illegal_transition", "The visit cannot be changed like this"),
  ALREADY_REVIEWED(409, "already_reviewed", "The visit has a review"),
  IN_PROGRESS(409, "in_progress", "The same request is being worked on"),
  EMAIL_TAKEN(409, "email_taken", "There is an account with this e-mail"),
  STALE(409, "stale", "Somebody else changed it meanwhile"),
  PRECONDITION_FAILED(412, "precondition_failed", "It has changed since it was read"),
  TOO_LARGE(413, "too_large", "The request is too large"),
  URI_TOO_LONG(414, "uri_too_long", "The address is too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "unsupported_media_type", "The content type is not supported"),
  DAMAGED_IMAGE(422, "damaged_image", "The image cannot be read"),
  TOO_MANY_PIXELS(422, "too_many_pixels", "The image has too many pixels"),
  GUESSABLE_PASSWORD(422, "guessable_password", "The password is easy to guess"),
  WRONG_PASSWORD(422, "wrong_password", "The current password is wrong"),
  OUTSIDE_SCHEDULE(422, "outside_schedule", "The doctor offers no visit at that time"),
  IN_THE_PAST(422, "in_the_past", "The time has passed"),
  NONEXISTENT_LOCAL_TIME(422, "nonexistent_local_time", "The clock skips that time on that day"),
  KEY_REUSE(422, "key_reuse", "The idempotency key belongs to another request"),
  RATE_LIMITED(429, "rate_limited", "Too many requests"),
  HEADERS_TOO_LARGE(431, "headers_too_large", "The header fields are too large"),
  INTERNAL(500, "internal", "Something went wrong here"),
  UNAVAILABLE(503, "unavailable", "The store cannot be reached"),
  IMAGES_UNAVAILABLE(503, "images_unavailable", "Images cannot be kept or shown now"),
  OVERLOADED(503, "overloaded", "The server has too much to do"),
  STORAGE_FULL(503, "storage_full", "The storage is full");

  private final int status;
  private final String code;
  private final String title;

  ErrorCode(int status, String code, String title) {
    this.status = status;
    this.code = code;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String title() {
    return title;
  }

  /** The code for a refusal that the HTTP machinery itself makes. */
  static ErrorCode ofStatus(int status) {
    return switch (status) {
      case 401 -> UNAUTHENTICATED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405, 501 -> METHOD_NOT_ALLOWED;
      case 408 -> REQUEST_TIMEOUT;
      case 413 -> TOO_LARGE;
      case 414 -> URI_TOO_LONG;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 429 -> RATE_LIMITED;
      case 431 -> HEADERS_TOO_LARGE;
      case 503 -> OVERLOADED;
      // 505 is about the client's version of HTTP.
      case 505 -> INVALID_REQUEST;
      default -> status >= 500 ? INTERNAL : INVALID_REQUEST;
    };
  }
}
