package io.healthconnect.application.appointment;

import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.domain.waiting.AttendanceRepository;
import io.healthconnect.domain.waiting.AttendanceRepository.Step;
import java.util.Optional;

/**
 * Ends the waiting for an appointment that no longer takes place at its time. If this fails, or the
 * patient comes at the same moment, the regular check of the waiting room ends it.
 */
record EndWaiting(AttendanceRepository attendances) {

  /** Returns what the appointment has become. */
  Appointment after(Appointment before, Appointment stored) {
    boolean same =
        stored.status() == AppointmentStatus.SCHEDULED && stored.time().equals(before.time());
    if (before.status() == AppointmentStatus.SCHEDULED && !same) {
      var unused =
          attendances.change(
              stored.id(),
              attendance -> {
                Optional<Attendance> ended =
                    attendance.filter(Attendance::present).map(Attendance::end);
                return new Step<>(ended, ended.isPresent());
              });
    }
    return stored;
  }
}
