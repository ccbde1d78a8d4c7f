package io.healthconnect.rest.http.reply;

/** The stable codes of problems, each with its HTTP status and a readable title. */
public enum ErrorCode {
  INVALID_REQUEST(400, "invalid_request", "The request is not valid"),
  UNAUTHENTICATED(401, "unauthenticated", "Log-in is required"),
  SECOND_FACTOR_REQUIRED(401, "second_factor_required", "A code is required too"),
  FORBIDDEN(403, "forbidden", "This is not allowed"),
  NO_SECOND_FACTOR(403, "second_factor_required", "Admins need a second factor"),
  ACCOUNT_DISABLED(403, "account_disabled", "An admin has disabled the account"),
  NOT_FOUND(404, "not_found", "Not found"),
  METHOD_NOT_ALLOWED(405, "method_not_allowed", "The method is not allowed"),
  REQUEST_TIMEOUT(408, "request_timeout", "The request arrived too slowly"),
  SLOT_TAKEN(409, "slot_taken", "The time is taken"),
  PATIENT_BUSY(409, "patient_busy", "The patient has another appointment at that time"),
  TOO_EARLY(409, "too_early", "The appointment has not started"),
  TOO_LATE(409, "too_late", "The appointment has started"),
  ILLEGAL_TRANSITION(409, "illegal_transition", "The status does not allow this change"),
  ALREADY_REVIEWED(409, "already_reviewed", "The appointment already has a review"),
  IN_PROGRESS(409, "in_progress", "The same request is still being processed"),
  EMAIL_TAKEN(409, "email_taken", "There is already an account with this e-mail address"),
  MAIL_OFF(409, "mail_off", "This server sends no mails"),
  LAST_ADMIN(409, "last_admin", "The last admin has to stay"),
  STALE(409, "stale", "Somebody else has changed it in the meantime"),
  PRECONDITION_FAILED(412, "precondition_failed", "It has changed since it was read"),
  TOO_LARGE(413, "too_large", "The request is too large"),
  URI_TOO_LONG(414, "uri_too_long", "The URL is too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "unsupported_media_type", "The content type is not supported"),
  DAMAGED_IMAGE(422, "damaged_image", "The image cannot be read"),
  TOO_MANY_PIXELS(422, "too_many_pixels", "The image has too many pixels"),
  GUESSABLE_PASSWORD(422, "guessable_password", "The password is easy to guess"),
  INVALID_TOKEN(422, "invalid_token", "The link is made up, spent, or expired"),
  WRONG_CODE(422, "wrong_code", "The code is wrong"),
  WRONG_PASSWORD(422, "wrong_password", "The current password is wrong"),
  ENDPOINT_NOT_ALLOWED(422, "endpoint_not_allowed", "Nothing can be pushed to that address"),
  OUTSIDE_SCHEDULE(422, "outside_schedule", "The doctor does not offer that time"),
  IN_THE_PAST(422, "in_the_past", "The time has passed"),
  NONEXISTENT_LOCAL_TIME(422, "nonexistent_local_time", "The clock skips that time on that day"),
  KEY_REUSE(422, "key_reuse", "The idempotency key belongs to another request"),
  LIMIT_REACHED(422, "limit_reached", "A limit has been reached"),
  RATE_LIMITED(429, "rate_limited", "Too many requests"),
  HEADERS_TOO_LARGE(431, "headers_too_large", "The header fields are too large"),
  INTERNAL(500, "internal", "Internal server error"),
  UNAVAILABLE(503, "unavailable", "The store is unavailable"),
  IMAGES_UNAVAILABLE(503, "images_unavailable", "Images are unavailable"),
  OVERLOADED(503, "overloaded", "The server is overloaded"),
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

  /** The code for a refusal by the HTTP server itself. */
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
