package io.healthconnect.application.call;

import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallState;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.domain.waiting.AttendanceRepository;
import io.healthconnect.domain.waiting.AttendanceRepository.Step;
import io.healthconnect.domain.waiting.WaitingPolicy;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a call may still be answered for its appointment; notes that the patient of an
 * appointment was there, once a call about it has been answered while its waiting room is open. A
 * call at another time says nothing about that.
 */
record AnsweredAppointments(
    LiveCalls calls,
    AppointmentRepository appointments,
    AttendanceRepository attendances,
    Clock clock) {

  /** Whether the call rings for an appointment that was called off meanwhile. */
  boolean isCalledOff(LiveCall call) {
    return call.record().state() == CallState.RINGING
        && call.record()
            .appointment()
            .flatMap(appointments::find)
            .filter(appointment -> !appointment.opensContact())
            .isPresent();
  }

  void answered(CallId id) {
    calls
        .find(id)
        .flatMap(call -> call.record().appointment())
        .flatMap(appointments::find)
        .ifPresent(this::attended);
  }

  private void attended(Appointment appointment) {
    Instant now = clock.instant();
    if (WaitingPolicy.access(appointment, now) != WaitingPolicy.Access.OPEN) {
      return;
    }
    attendances.change(
        appointment.id(),
        stored -> {
          Attendance before = stored.orElseGet(() -> Attendance.seen(appointment, now));
          return new Step<>(Optional.of(before.inCall(now)), true);
        });
  }
}
