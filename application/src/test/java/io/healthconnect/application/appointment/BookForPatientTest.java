package io.healthconnect.application.appointment;

import static io.healthconnect.application.appointment.AppointmentWorld.DOCTOR;
import static io.healthconnect.application.appointment.AppointmentWorld.MONDAY;
import static io.healthconnect.application.appointment.AppointmentWorld.OTHER;
import static io.healthconnect.application.appointment.AppointmentWorld.PATIENT;
import static io.healthconnect.testkit.appointment.Appointments.reason;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.AppointmentStatus;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BookForPatientTest {
  private final AppointmentWorld world = new AppointmentWorld(AppointmentLimits.DEFAULT);

  @Test
  void booksForOwnPatientsOutsideHoursNoticeAndHorizon() {
    value(world.book(PATIENT, "09:00"));
    Appointment night = value(world.bookFor(DOCTOR, PATIENT, MONDAY, "23:45"));
    assertEquals(AppointmentStatus.SCHEDULED, night.status());
    assertEquals(Optional.of(DOCTOR.id()), night.history().last().by());
    assertEquals("00:15", night.time().endTime().toString());
  }

  @Test
  void booksNothingThatOverlaps() {
    value(world.book(PATIENT, "09:00"));
    assertEquals(
        BookingRefusal.SLOT_TAKEN, reason(world.bookFor(DOCTOR, PATIENT, MONDAY, "09:15")));
  }

  @Test
  void booksForNobodyElse() {
    value(world.book(PATIENT, "09:00"));
    assertEquals(BookingRefusal.NOT_FOUND, reason(world.bookFor(DOCTOR, OTHER, MONDAY, "10:00")));
    assertEquals(
        BookingRefusal.WRONG_ROLE, reason(world.bookFor(PATIENT, PATIENT, MONDAY, "10:00")));
  }

  /** T-06. */
  @Test
  void t06BooksNoTimeThatTheClockSkipsOrThatHasPassed() {
    value(world.book(PATIENT, "09:00"));
    LocalDate spring = LocalDate.parse("2027-03-28");
    assertEquals(
        BookingRefusal.NONEXISTENT_LOCAL_TIME,
        reason(world.bookFor(DOCTOR, PATIENT, spring, "02:30")));
    assertEquals(
        BookingRefusal.IN_THE_PAST,
        reason(world.bookFor(DOCTOR, PATIENT, MONDAY.minusDays(2), "10:00")));
  }

  @Test
  void t06ATimeThatComesTwiceIsTheFirst() {
    value(world.book(PATIENT, "09:00"));
    LocalDate autumn = LocalDate.parse("2026-10-25");
    Appointment booked = value(world.bookFor(DOCTOR, PATIENT, autumn, "02:30"));
    assertEquals("2026-10-25T00:30:00Z", booked.time().slot().startsAt().toString());
  }

  /** T-03. */
  @Test
  void t03ADoctorsKeyDoesNotMeetThePatients() {
    Appointment own = value(world.book(PATIENT, "09:00", "k"));
    Appointment second = value(world.bookFor(DOCTOR, PATIENT, MONDAY, "20:00"));
    assertEquals(second, value(world.bookFor(DOCTOR, PATIENT, MONDAY, "20:00")));
    assertEquals(own, value(world.book(PATIENT, "09:00", "k")));
    assertEquals(
        BookingRefusal.KEY_REUSED, reason(world.bookFor(DOCTOR, PATIENT, MONDAY, "21:00")));
  }

  @Test
  void booksForTheCurrentMinute() {
    value(world.book(PATIENT, "09:00"));
    world.clock.advance(Duration.ofSeconds(59));
    assertEquals(
        BookingRefusal.IN_THE_PAST,
        reason(world.bookFor(DOCTOR, PATIENT, MONDAY.minusDays(1), "10:59")));
    Appointment now = value(world.bookFor(DOCTOR, PATIENT, MONDAY.minusDays(1), "11:00"));
    assertEquals("2026-03-01T10:00:00Z", now.time().slot().startsAt().toString());
  }
}
