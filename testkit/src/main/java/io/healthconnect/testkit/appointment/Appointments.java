package io.healthconnect.testkit.appointment;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.AppointmentMode;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.appointment.AppointmentTime;
import io.healthconnect.domain.appointment.Rescheduling;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Valid appointments. */
public final class Appointments {
  /** When the appointments of the fixtures were booked. */
  public static final Instant BOOKED = Instant.parse("2026-03-01T10:00:00.007Z");

  /** The earliest start of the fixtures: Monday, 2 March 2026, 09:00 in Berlin. */
  public static final Instant MONDAY_NINE = Instant.parse("2026-03-02T08:00:00Z");

  /** Limits for tests that are about something else. */
  public static final AppointmentLimits UNLIMITED =
      AppointmentLimits.DEFAULT
          .withOpen(Integer.MAX_VALUE)
          .withOpenWithDoctor(Integer.MAX_VALUE)
          .withReschedulings(Integer.MAX_VALUE)
          .withNoteVersions(Integer.MAX_VALUE);

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private Appointments() {}

  /**
   * A pending appointment of 30 minutes that starts {@code minute} minutes after {@link
   * #MONDAY_NINE}.
   */
  public static Appointment pending(String id, String doctor, String patient, int minute) {
    return pending(id, doctor, patient, at(minute, 30));
  }

  public static Appointment pending(
      String id, String doctor, String patient, AppointmentTime time) {
    return Appointment.book(
        new AppointmentId(id),
        new Appointment.Request(
            DoctorId.of(doctor), PatientId.of(patient), time, AppointmentMode.VIDEO, "A reason"),
        false,
        BOOKED);
  }

  /**
   * The {@code length} minutes in Berlin that begin {@code minute} minutes after {@link
   * #MONDAY_NINE}.
   */
  public static AppointmentTime at(int minute, int length) {
    Instant start = MONDAY_NINE.plus(Duration.ofMinutes(minute));
    Instant end = start.plus(Duration.ofMinutes(length));
    LocalDateTime local = LocalDateTime.ofInstant(start, ZONE);
    return new AppointmentTime(
        local.toLocalDate(),
        local.toLocalTime(),
        LocalDateTime.ofInstant(end, ZONE).toLocalTime(),
        ZONE,
        new TimeSlot(start, end));
  }

  /** The same appointment at another time, moved by its doctor. */
  public static Appointment movedTo(Appointment appointment, AppointmentTime time) {
    return value(
        appointment.reschedule(
            appointment.doctorId().account(),
            new Rescheduling(time, Optional.empty(), false, Integer.MAX_VALUE),
            BOOKED));
  }

  /** The same appointment with other notes. */
  public static Appointment withNotes(Appointment appointment, String text, Instant at) {
    return value(appointment.withNotes(text, Integer.MAX_VALUE, at));
  }

  /** As a save while the doctor is still writing. */
  public static Appointment withAutosavedNotes(Appointment appointment, String text, Instant at) {
    return value(appointment.withAutosavedNotes(text, Integer.MAX_VALUE, at));
  }

  /** Takes a pending appointment to the status by the shortest path. */
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

  /** The same pending appointment, confirmed and completed. */
  public static Appointment completed(Appointment pending) {
    return value(value(pending.confirm(BOOKED)).complete(pending.time().slot().startsAt()));
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
