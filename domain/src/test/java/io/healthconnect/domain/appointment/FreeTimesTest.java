package io.healthconnect.domain.appointment;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FreeTimesTest {
  private static final DoctorId DOCTOR = DoctorId.of("doctor");
  private static final Instant BOOKED = Instant.parse("2027-01-01T00:00:00Z");
  private static final Instant START = Instant.parse("2027-01-11T09:00:00Z");

  private static final Appointment.Request REQUEST =
      new Appointment.Request(
          DOCTOR,
          new PatientId(new AccountId("patient")),
          time(START),
          AppointmentMode.VIDEO,
          "cough");

  private static AppointmentTime time(Instant start) {
    LocalDateTime local = LocalDateTime.ofInstant(start, ZoneOffset.UTC);
    return new AppointmentTime(
        local.toLocalDate(),
        local.toLocalTime(),
        local.toLocalTime().plusMinutes(30),
        ZoneOffset.UTC,
        new TimeSlot(start, start.plusSeconds(1800)));
  }

  private static Appointment booked(boolean confirmed) {
    return Appointment.book(new AppointmentId("appointment"), REQUEST, confirmed, BOOKED);
  }

  private static boolean changed(
      Appointment before, Result<Appointment, Appointment.Refusal> after) {
    return after.fold(
        appointment -> FreeTimes.areChangedBy(before, appointment),
        refusal -> {
          throw new AssertionError(refusal);
        });
  }

  @Test
  void movesAndEndsChangeWhatIsFree() {
    Appointment pending = booked(false);
    Appointment confirmed = booked(true);
    Rescheduling later =
        new Rescheduling(time(START.plusSeconds(3600)), Optional.empty(), false, 10);
    assertTrue(changed(confirmed, confirmed.reschedule(DOCTOR.account(), later, BOOKED)));
    assertTrue(changed(pending, pending.decline(Optional.empty(), BOOKED)));
    assertTrue(changed(confirmed, confirmed.cancel(DOCTOR.account(), "ill", BOOKED)));
    assertTrue(changed(pending, pending.declineUnconfirmed(START)));
    assertTrue(changed(confirmed, confirmed.complete(START)));
    assertTrue(changed(confirmed, confirmed.noShow(START)));
  }

  @Test
  void confirmationsDoNot() {
    Appointment pending = booked(false);
    assertFalse(changed(pending, pending.confirm(BOOKED)));
  }
}
