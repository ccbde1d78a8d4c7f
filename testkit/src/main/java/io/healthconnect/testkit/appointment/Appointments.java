package io.healthconnect.testkit.appointment;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.appointment.VisitMode;
import io.healthconnect.domain.appointment.VisitTime;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Valid visits. */
public final class Appointments {
  /** When the visits of the fixtures were booked. */
  public static final Instant BOOKED = Instant.parse("2026-03-01T10:00:00.007Z");

  /** The earliest start of the fixtures: Monday, 2 March 2026, 09:00 in Berlin. */
  public static final Instant MONDAY_NINE = Instant.parse("2026-03-02T08:00:00Z");

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private Appointments() {}

  /** A pending visit of 30 minutes that starts {@code minute} minutes after Monday, nine. */
  public static Appointment pending(String id, String doctor, String patient, int minute) {
    return pending(id, doctor, patient, at(minute, 30));
  }

  public static Appointment pending(String id, String doctor, String patient, VisitTime time) {
    return Appointment.book(
        new AppointmentId(id),
        DoctorId.of(doctor),
        PatientId.of(patient),
        time,
        VisitMode.VIDEO,
        "A reason",
        false,
        BOOKED);
  }

  /** {@code length} minutes from {@code minute} minutes after Monday, nine, in Berlin. */
  public static VisitTime at(int minute, int length) {
    Instant start = MONDAY_NINE.plus(Duration.ofMinutes(minute));
    Instant end = start.plus(Duration.ofMinutes(length));
    LocalDateTime local = LocalDateTime.ofInstant(start, ZONE);
    return new VisitTime(
        local.toLocalDate(),
        local.toLocalTime(),
        LocalDateTime.ofInstant(end, ZONE).toLocalTime(),
        ZONE,
        new TimeSlot(start, end));
  }

  /** The same visit at another time, moved by its doctor. */
  public static Appointment movedTo(Appointment visit, VisitTime time) {
    return value(
        visit.reschedule(visit.doctorId().account(), time, Optional.empty(), false, BOOKED));
  }

  /** What becomes of a pending visit on the shortest way to the status. */
  public static Appointment in(AppointmentStatus status, Appointment pending) {
    return switch (status) {
      case PENDING -> pending;
      case SCHEDULED -> value(pending.confirm(BOOKED));
      case COMPLETED -> completed(pending);
      case DECLINED -> value(pending.decline(Optional.of("Away"), BOOKED));
      case CANCELLED -> value(pending.cancel(pending.patientId().account(), "Ill", BOOKED));
      case NO_SHOW ->
          value(value(pending.confirm(BOOKED)).noShow(pending.time().slot().startsAt()));
    };
  }

  /** The same pending visit, confirmed and completed. */
  public static Appointment completed(Appointment pending) {
    return value(value(pending.confirm(BOOKED)).complete(BOOKED));
  }

  /** The value of a result that must be a success. */
  public static <T, E> T value(Result<T, E> result) {
    return result.fold(
        value -> value,
        reason -> {
          throw new AssertionError("refused: " + reason);
        });
  }

  /** The reason of a result that must be a failure. */
  public static <T, E> E reason(Result<T, E> result) {
    return result.fold(
        value -> {
          throw new AssertionError("not refused: " + value);
        },
        reason -> reason);
  }
}
