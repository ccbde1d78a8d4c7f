package io.healthconnect.domain.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentMode;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.appointment.AppointmentTime;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalendarEntryTest {
  private static final Instant BOOKED = Instant.parse("2027-01-01T00:00:00Z");
  private static final Instant START = Instant.parse("2027-01-11T09:00:00Z");
  private static final AccountId PATIENT = new AccountId("patient");
  private static final Appointment PENDING =
      Appointment.book(
          new AppointmentId("v1"),
          new Appointment.Request(
              DoctorId.of("doctor"),
              new PatientId(PATIENT),
              new AppointmentTime(
                  LocalDate.parse("2027-01-11"),
                  LocalTime.of(9, 0),
                  LocalTime.of(9, 30),
                  ZoneOffset.UTC,
                  new TimeSlot(START, START.plusSeconds(1800))),
              AppointmentMode.VIDEO,
              "a secret cough"),
          false,
          BOOKED);

  private static Appointment value(Result<Appointment, Appointment.Refusal> result) {
    return result.fold(
        changed -> changed,
        refusal -> {
          throw new AssertionError("refused: " + refusal);
        });
  }

  private static CalendarEntry entry(Appointment appointment) {
    return CalendarEntry.of(appointment, Optional.of(new PersonName("Dr. Rao")));
  }

  @Test
  void saysWithWhomAndWhenButNotWhy() {
    CalendarEntry entry = entry(PENDING);
    assertEquals(Optional.of(new PersonName("Dr. Rao")), entry.with());
    assertEquals(START, entry.startsAt());
    assertEquals(START.plusSeconds(1800), entry.endsAt());
    assertEquals(BOOKED, entry.changedAt());
    assertFalse(entry.toString().contains("cough"));
  }

  @Test
  void namesNobodyWhoIsGone() {
    assertEquals(
        Optional.empty(), CalendarEntry.of(PENDING, Optional.of(PersonName.FORMER)).with());
    assertEquals(Optional.empty(), CalendarEntry.of(PENDING, Optional.empty()).with());
  }

  @Test
  void itsNumberRisesWithEachChange() {
    Appointment confirmed = value(PENDING.confirm(BOOKED.plusSeconds(60))).withVersion(2);
    Appointment cancelled = value(confirmed.cancel(PATIENT, "ill", BOOKED.plusSeconds(90)));
    assertEquals(1, entry(PENDING).sequence());
    assertEquals(2, entry(confirmed).sequence());
    assertEquals(BOOKED.plusSeconds(60), entry(confirmed).changedAt());
    assertEquals(BOOKED.plusSeconds(90), entry(cancelled).changedAt());
  }

  @Test
  void knowsWhatDoesNotTakePlace() {
    for (AppointmentStatus status : AppointmentStatus.values()) {
      CalendarEntry entry =
          new CalendarEntry(PENDING.id(), Optional.empty(), PENDING.time(), status, 1, BOOKED);
      boolean calledOff =
          status == AppointmentStatus.DECLINED || status == AppointmentStatus.CANCELLED;
      assertEquals(calledOff, entry.isCalledOff(), status.toString());
    }
    assertTrue(entry(value(PENDING.decline(Optional.empty(), BOOKED))).isCalledOff());
  }
}
