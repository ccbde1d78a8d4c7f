package io.healthconnect.rest.appointment;

import io.healthconnect.application.doctor.FindSlots;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.edge.view.AppointmentResponse;
import io.healthconnect.rest.doctor.SlotResponse;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import java.util.Map;
import java.util.Optional;

/** Replies with one appointment, whose version is in {@code ETag}. */
final class AppointmentReplies {
  private static final int NEXT_FREE = 3;

  private AppointmentReplies() {}

  static Reply of(int status, AppointmentResponse appointment) {
    return new Reply.Content(
        status,
        "application/json",
        Map.of("appointment", appointment),
        Map.of("ETag", "\"" + appointment.version() + "\""));
  }

  /** The answer for a time that somebody else has, with free ones. */
  static Problem taken(FindSlots findSlots, DoctorId doctor) {
    return Problem.of(ErrorCode.SLOT_TAKEN)
        .withMember("nextFree", SlotResponse.of(findSlots.next(doctor, NEXT_FREE)));
  }

  /** The error for another version than the requested one, or for too many concurrent changes. */
  static ErrorCode stale(Optional<Long> version) {
    return version.isPresent() ? ErrorCode.PRECONDITION_FAILED : ErrorCode.STALE;
  }
}
