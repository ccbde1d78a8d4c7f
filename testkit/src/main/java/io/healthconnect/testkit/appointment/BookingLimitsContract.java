package io.healthconnect.testkit.appointment;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.at;
import static io.healthconnect.testkit.appointment.Appointments.reason;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.AppointmentRepository.Conflict;
import io.healthconnect.domain.appointment.IdempotencyKey;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of the limits on open appointments, and of finding an appointment by its key. */
public interface BookingLimitsContract {
  /** Four open appointments, two of them with the same doctor. */
  AppointmentLimits FEW =
      AppointmentLimits.DEFAULT.withOpen(4).withOpenWithDoctor(2).withNoteVersions(10);

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private AppointmentRepository appointments() {
    return stores().appointments();
  }

  private Result<Appointment, Conflict> book(String id, String doctor, int minute) {
    People.add(stores(), doctor, "p1");
    return appointments()
        .book(Appointments.pending(id, doctor, "p1", minute), Optional.empty(), FEW);
  }

  @Test
  default void refusesMoreOpenAppointmentsThanAllowed() {
    value(book("v0", "d1", 0));
    value(book("v1", "d1", 30));
    assertEquals(Conflict.LIMIT_REACHED, reason(book("v2", "d1", 60)));
    assertEquals(
        Optional.empty(), appointments().find(Appointments.pending("v2", "d1", "p1", 60).id()));
    value(book("v2", "d2", 60));
    value(book("v3", "d3", 90));
    assertEquals(Conflict.LIMIT_REACHED, reason(book("v4", "d4", 120)));
    assertEquals(Conflict.DOCTOR_BUSY, reason(book("v4", "d1", 0)));
    People.add(stores(), "d1", "p2");
    value(
        appointments().book(Appointments.pending("other", "d1", "p2", 120), Optional.empty(), FEW));
  }

  @Test
  default void countsNeitherPastNorStartedAppointments() {
    Appointment cancelled = value(book("v0", "d1", 0));
    appointments().save(value(cancelled.cancel(new AccountId("p1"), "ill", BOOKED)));
    value(
        appointments()
            .book(Appointments.pending("past", "d1", "p1", pastMinute()), Optional.empty(), FEW));
    value(book("v1", "d1", 30));
    value(book("v2", "d1", 60));
    assertEquals(Conflict.LIMIT_REACHED, reason(book("v3", "d1", 90)));
  }

  /** A time that had started when the fixtures were booked. */
  private static int pastMinute() {
    return (int) -Duration.between(BOOKED, Appointments.MONDAY_NINE).toMinutes() - 60;
  }

  @Test
  default void letsAnOpenAppointmentMoveAtTheLimit() {
    Appointment appointment = value(book("v0", "d1", 0));
    value(book("v1", "d1", 30));
    value(appointments().reschedule(Appointments.movedTo(appointment, at(60, 30)), FEW));
  }

  @Test
  default void refusesAMoveThatOpensOneMoreThanAllowed() {
    Appointment past = value(appointments().book(pastWithPeople(), Optional.empty(), FEW));
    value(book("v0", "d1", 0));
    value(book("v1", "d1", 30));
    Appointment later = Appointments.movedTo(past, at(90, 30));
    assertEquals(Conflict.LIMIT_REACHED, reason(appointments().reschedule(later, FEW)));
    assertEquals(Optional.of(past), appointments().find(past.id()));
    value(appointments().reschedule(later, UNLIMITED));
  }

  private Appointment pastWithPeople() {
    People.add(stores(), "d1", "p1");
    return Appointments.pending("past", "d1", "p1", pastMinute());
  }

  /** Books with different doctors, so that only the patient is shared. */
  @Test
  default void keepsTheLimitOfAPatientWhenManyBookAtOnce() {
    for (int i = 0; i < 12; i++) {
      People.add(stores(), "d" + i, "p1");
    }
    List<Result<Appointment, Conflict>> results =
        Race.of(
            12,
            i ->
                () ->
                    appointments()
                        .book(
                            Appointments.pending("v" + i, "d" + i, "p1", 30 * i),
                            Optional.empty(),
                            FEW));
    assertEquals(4, results.stream().filter(result -> result instanceof Result.Success).count());
    assertEquals(
        8, results.stream().filter(Result.failure(Conflict.LIMIT_REACHED)::equals).count());
  }

  @Test
  default void keepsTheLimitWithOneDoctorWhenManyBookAtOnce() {
    People.add(stores(), "d1", "p1");
    List<Result<Appointment, Conflict>> results =
        Race.of(8, i -> () -> book("v" + i, "d1", 30 * i));
    assertEquals(2, results.stream().filter(result -> result instanceof Result.Success).count());
    assertEquals(2, appointments().occupying(DoctorId.of("d1"), at(0, 600).slot()).size());
  }

  /** Lets a resend whose time is taken find that it took the time itself (T-03). */
  @Test
  default void t03FindsTheKeyOfEveryAppointmentThatCanBeSeen() {
    People.add(stores(), "d1", "p1");
    for (int round = 0; round < 5; round++) {
      int minute = 30 * round;
      IdempotencyKey key = key("k" + round);
      List<Boolean> kept =
          Race.of(
              6,
              i ->
                  () -> {
                    if (i == 0) {
                      Appointment appointment =
                          Appointments.pending("v" + minute, "d1", "p1", minute);
                      value(appointments().book(appointment, Optional.of(key), UNLIMITED));
                      return true;
                    }
                    return seesKeyWithAppointment(minute, key);
                  });
      assertTrue(kept.stream().allMatch(each -> each), "round " + round);
    }
  }

  private boolean seesKeyWithAppointment(int minute, IdempotencyKey key) {
    DoctorId doctor = DoctorId.of("d1");
    for (int tries = 0; tries < 200; tries++) {
      if (!appointments().occupying(doctor, at(minute, 30).slot()).isEmpty()) {
        return appointments().findBooked(PatientId.of("p1"), key, BOOKED).isPresent();
      }
    }
    return true;
  }

  /** The appointment that was booked with the key is the one that reaches the limit. */
  @Test
  default void t03AnswersAKeyAlsoAtTheLimit() {
    People.add(stores(), "d1", "p1");
    value(book("v0", "d1", 0));
    IdempotencyKey key = key("k");
    Appointment appointment = Appointments.pending("v1", "d1", "p1", 30);
    Appointment booked = value(appointments().book(appointment, Optional.of(key), FEW));
    assertEquals(
        booked,
        value(
            appointments()
                .book(Appointments.pending("v2", "d1", "p1", 30), Optional.of(key), FEW)));
  }

  private static IdempotencyKey key(String value) {
    Instant expiry = BOOKED.plus(Duration.ofDays(1));
    return new IdempotencyKey(value, "f", expiry);
  }
}
