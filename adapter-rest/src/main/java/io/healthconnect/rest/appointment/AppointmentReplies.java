package io.healthconnect.rest.appointment;

import io.healthconnect.application.Actor;
import io.healthconnect.application.appointment.FindAppointment;
import io.healthconnect.application.doctor.FindSlots;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.edge.view.AppointmentResponse;
import io.healthconnect.edge.view.AppointmentResponses;
import io.healthconnect.rest.doctor.SlotResponse;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Replies with one appointment, whose version is in {@code ETag}. */
final class AppointmentReplies {
  private static final int NEXT_FREE = 3;

  private AppointmentReplies() {}

  record ChangedResponse(AppointmentResponse appointment) {}

  record FoundResponse(AppointmentResponse appointment, @Nullable Long usualConfirmationMinutes) {}

  static Reply of(int status, AppointmentResponse appointment) {
    return of(status, appointment, new ChangedResponse(appointment));
  }

  static Reply of(FindAppointment.Found found, Actor reader, AppointmentResponses views) {
    AppointmentResponse appointment = views.of(found.appointment(), found.history(), reader);
    Long minutes = found.usualConfirmation().map(Duration::toMinutes).orElse(null);
    return of(200, appointment, new FoundResponse(appointment, minutes));
  }

  private static Reply of(int status, AppointmentResponse appointment, Object body) {
    return new Reply.Content(
        status, "application/json", body, Map.of("ETag", "\"" + appointment.version() + "\""));
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
