package io.healthconnect.domain.waiting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentMode;
import io.healthconnect.domain.appointment.AppointmentTime;
import io.healthconnect.domain.appointment.Rescheduling;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.waiting.WaitingPolicy.Access;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitingPolicyTest {
  private static final DoctorId DOCTOR = DoctorId.of("d1");
  private static final PatientId PATIENT = PatientId.of("p1");
  private static final Instant BOOKED = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant START = Instant.parse("2026-03-29T00:30:00Z");

  private static AppointmentTime time(Instant start, String zone) {
    Instant end = start.plus(Duration.ofMinutes(30));
    LocalDateTime local = LocalDateTime.ofInstant(start, ZoneId.of(zone));
    return new AppointmentTime(
        local.toLocalDate(),
        local.toLocalTime(),
        LocalDateTime.ofInstant(end, ZoneId.of(zone)).toLocalTime(),
        ZoneId.of(zone),
        new TimeSlot(start, end));
  }

  private static Appointment pending(String zone) {
    return Appointment.book(
        new AppointmentId("v1"),
        new Appointment.Request(DOCTOR, PATIENT, time(START, zone), AppointmentMode.VIDEO, "cough"),
        false,
        BOOKED);
  }

  private static Appointment scheduled() {
    return value(pending("Europe/Berlin").confirm(BOOKED));
  }

  private static Appointment moved(Appointment appointment, Instant start) {
    return value(
        appointment.reschedule(
            DOCTOR.account(),
            new Rescheduling(time(start, "Europe/Berlin"), Optional.empty(), false, 10),
            START));
  }

  private static Appointment value(Result<Appointment, Appointment.Refusal> result) {
    return result.fold(
        changed -> changed,
        refusal -> {
          throw new AssertionError(refusal);
        });
  }

  private static Instant minutes(long after) {
    return START.plus(Duration.ofMinutes(after));
  }

  /** In Berlin the clocks go forward half an hour later; in Kolkata it is six o'clock. */
  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "Asia/Kolkata", "America/New_York", "Pacific/Apia"})
  void opensAQuarterOfAnHourBeforeTheStartInEveryZone(String zone) {
    Appointment appointment = value(pending(zone).confirm(BOOKED));
    assertEquals(Access.TOO_EARLY, WaitingPolicy.access(appointment, minutes(-15).minusMillis(1)));
    assertEquals(Access.OPEN, WaitingPolicy.access(appointment, minutes(-15)));
    assertEquals(Access.OPEN, WaitingPolicy.access(appointment, minutes(30)));
    assertEquals(Access.OPEN, WaitingPolicy.access(appointment, minutes(150).minusMillis(1)));
    assertEquals(Access.CLOSED, WaitingPolicy.access(appointment, minutes(150)));
  }

  @Test
  void isClosedUnlessTheAppointmentIsConfirmed() {
    AccountId patient = PATIENT.account();
    for (Appointment appointment :
        new Appointment[] {
          pending("Europe/Berlin"),
          value(pending("Europe/Berlin").decline(Optional.empty(), BOOKED)),
          value(scheduled().cancel(patient, "ill", BOOKED)),
          value(scheduled().complete(START)),
          value(scheduled().noShow(START))
        }) {
      assertEquals(
          Access.CLOSED, WaitingPolicy.access(appointment, START), appointment.status().code());
    }
  }

  @Test
  void aMoveClosesTheOldTimeAndOpensTheNewOne() {
    Appointment later = moved(scheduled(), minutes(60));
    assertEquals(Access.TOO_EARLY, WaitingPolicy.access(later, START));
    assertEquals(Access.OPEN, WaitingPolicy.access(later, minutes(45)));
    Appointment askedFor =
        value(
            scheduled()
                .reschedule(
                    PATIENT.account(),
                    new Rescheduling(
                        time(minutes(60), "Europe/Berlin"), Optional.empty(), false, 10),
                    BOOKED));
    assertEquals(Access.CLOSED, WaitingPolicy.access(askedFor, minutes(60)));
  }

  @Test
  void suggestsANoShowTenMinutesAfterTheStart() {
    assertEquals(
        Optional.of(minutes(10)), WaitingPolicy.noShowSuggestedAt(scheduled(), Optional.empty()));
    assertEquals(
        Optional.empty(),
        WaitingPolicy.noShowSuggestedAt(pending("Europe/Berlin"), Optional.empty()));
    assertEquals(
        Optional.empty(),
        WaitingPolicy.noShowSuggestedAt(value(scheduled().noShow(START)), Optional.empty()));
  }

  @Test
  void whoWasThereIsNotSuggestedUntilTheAppointmentMoves() {
    Optional<Attendance> there = Optional.of(Attendance.seen(scheduled(), minutes(-15)));
    assertEquals(there, WaitingPolicy.counted(scheduled(), there));
    assertEquals(Optional.empty(), WaitingPolicy.noShowSuggestedAt(scheduled(), there));
    Appointment later = moved(scheduled(), minutes(60));
    assertEquals(Optional.empty(), WaitingPolicy.counted(later, there));
    assertEquals(Optional.of(minutes(70)), WaitingPolicy.noShowSuggestedAt(later, there));
  }
}
