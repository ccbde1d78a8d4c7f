package io.healthconnect.application.appointment;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.appointment.AppointmentTime;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Computes the times of appointments. */
final class AppointmentTimes {
  private AppointmentTimes() {}

  /** The time of a free slot. */
  static AppointmentTime of(Slot slot, ZoneId zone) {
    return new AppointmentTime(slot.date(), slot.startTime(), slot.endTime(), zone, slot.time());
  }

  /**
   * A time of the doctor's choice, not before the current minute and as long as one of the doctor's
   * slots. A wall time that occurs twice means the first occurrence.
   */
  static Result<AppointmentTime, BookingRefusal> at(
      Doctor doctor, LocalDate date, LocalTime startTime, Instant now) {
    ZoneId zone = doctor.timeZone();
    if (zone.getRules().getValidOffsets(date.atTime(startTime)).isEmpty()) {
      return Result.failure(BookingRefusal.NONEXISTENT_LOCAL_TIME);
    }
    Instant start =
        ZonedDateTime.of(date, startTime, zone).withEarlierOffsetAtOverlap().toInstant();
    if (start.isBefore(now.truncatedTo(ChronoUnit.MINUTES))) {
      return Result.failure(BookingRefusal.IN_THE_PAST);
    }
    Instant end = start.plus(Duration.ofMinutes(doctor.rules().slotMinutes()));
    LocalTime endTime = LocalTime.ofInstant(end, zone);
    return Result.success(
        new AppointmentTime(date, startTime, endTime, zone, new TimeSlot(start, end)));
  }
}
