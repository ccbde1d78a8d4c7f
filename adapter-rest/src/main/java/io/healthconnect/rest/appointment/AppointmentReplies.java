package io.healthconnect.rest.appointment;

import io.healthconnect.edge.view.AppointmentResponse;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Reply;
import java.util.Map;
import java.util.Optional;

/** Replies with one appointment, whose version is in {@code ETag}. */
final class AppointmentReplies {
  private AppointmentReplies() {}

  static Reply of(int status, AppointmentResponse appointment) {
    return new Reply.Content(
        status,
        "application/json",
        Map.of("appointment", appointment),
        Map.of("ETag", "\"" + appointment.version() + "\""));
  }

  /** The error for another version than the requested one, or for too many concurrent changes. */
  static ErrorCode stale(Optional<Long> version) {
    return version.isPresent() ? ErrorCode.PRECONDITION_FAILED : ErrorCode.STALE;
  }
}
