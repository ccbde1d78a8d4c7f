package io.healthconnect.testkit.appointment;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.at;
import static io.healthconnect.testkit.appointment.Appointments.reason;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.AppointmentRepository.Conflict;
import io.healthconnect.domain.appointment.AppointmentTime;
import io.healthconnect.domain.appointment.IdempotencyKey;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.Rating;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The contract of booking: no two occupying appointments overlap, and a key books once, even when
 * bookings are concurrent.
 */
public interface BookingContract {
  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private AppointmentRepository appointments() {
    return stores().appointments();
  }

  private Result<Appointment, Conflict> book(
      String id, String doctor, String patient, AppointmentTime time) {
    People.add(stores(), doctor, patient);
    return appointments()
        .book(
            Appointments.pending(id, doctor, patient, time),
            Optional.empty(),
            Appointments.UNLIMITED);
  }

  @Test
  default void refusesEveryKindOfOverlapForTheDoctor() {
    value(book("v0", "d1", "p0", at(60, 30)));
    List<AppointmentTime> overlapping =
        List.of(at(60, 30), at(45, 30), at(75, 30), at(70, 5), at(0, 480), at(60, 1), at(89, 60));
    for (AppointmentTime time : overlapping) {
      assertEquals(Conflict.DOCTOR_BUSY, reason(book("v1", "d1", "p1", time)), time.toString());
    }
    value(book("before", "d1", "p1", at(30, 30)));
    value(book("after", "d1", "p1", at(90, 30)));
    assertEquals(Conflict.DOCTOR_BUSY, reason(book("v1", "d1", "p1", at(0, 300))));
  }

  @Test
  default void refusesAnOverlapForThePatientAfterOneForTheDoctor() {
    value(book("v0", "d1", "p1", at(60, 30)));
    assertEquals(Conflict.PATIENT_BUSY, reason(book("v1", "d2", "p1", at(80, 30))));
    assertEquals(Conflict.DOCTOR_BUSY, reason(book("v1", "d1", "p1", at(80, 30))));
    value(book("v1", "d2", "p1", at(90, 30)));
  }

  @Test
  default void freesTheTimeOfAnAppointmentThatIsOver() {
    Appointment appointment = value(book("v0", "d1", "p1", at(60, 30)));
    appointments()
        .save(value(appointment.cancel(appointment.patientId().account(), "ill", BOOKED)));
    value(book("v1", "d1", "p2", at(60, 30)));
  }

  @Test
  default void leavesARefusedMoveAsItWas() {
    Appointment appointment = value(book("v0", "d1", "p1", at(0, 30)));
    value(book("v1", "d1", "p2", at(60, 30)));
    assertEquals(
        Conflict.DOCTOR_BUSY,
        reason(
            appointments()
                .reschedule(
                    Appointments.movedTo(appointment, at(75, 30)), Appointments.UNLIMITED)));
    assertEquals(Optional.of(appointment), appointments().find(appointment.id()));
    assertEquals(Conflict.DOCTOR_BUSY, reason(book("v2", "d1", "p3", at(0, 30))));
  }

  @Test
  default void letsOneOfManyHaveATimeOfTheDoctor() {
    for (int i = 0; i < 12; i++) {
      People.add(stores(), "d1", "p" + i);
    }
    List<Result<Appointment, Conflict>> results =
        Race.of(
            12,
            i ->
                () ->
                    appointments()
                        .book(
                            Appointments.pending("v" + i, "d1", "p" + i, at(60 - i, 13 + i * 5)),
                            Optional.empty(),
                            Appointments.UNLIMITED));
    assertEquals(1, successes(results));
    assertEquals(11, results.stream().filter(Result.failure(Conflict.DOCTOR_BUSY)::equals).count());
    assertEquals(1, appointments().occupying(DoctorId.of("d1"), at(-600, 2000).slot()).size());
  }

  @Test
  default void letsManyHaveDifferentTimesOfTheDoctor() {
    int patients = 16;
    for (int i = 0; i < patients; i++) {
      People.add(stores(), "d1", "p" + i);
    }
    List<Result<Appointment, Conflict>> results =
        Race.of(
            patients,
            i ->
                () ->
                    appointments()
                        .book(
                            Appointments.pending("v" + i, "d1", "p" + i, at(30 * i, 30)),
                            Optional.empty(),
                            Appointments.UNLIMITED));
    assertEquals(patients, successes(results));
    assertEquals(
        patients, appointments().occupying(DoctorId.of("d1"), at(0, 30 * patients).slot()).size());
  }

  @Test
  default void letsOneOfManyHaveATimeOfThePatient() {
    for (int i = 0; i < 8; i++) {
      People.add(stores(), "d" + i, "p1");
    }
    List<Result<Appointment, Conflict>> results =
        Race.of(
            8,
            i ->
                () ->
                    appointments()
                        .book(
                            Appointments.pending("v" + i, "d" + i, "p1", 10 + i),
                            Optional.empty(),
                            Appointments.UNLIMITED));
    assertEquals(1, successes(results));
    assertEquals(7, results.stream().filter(Result.failure(Conflict.PATIENT_BUSY)::equals).count());
  }

  @Test
  default void letsEitherAMoveOrABookingHaveATime() {
    for (int round = 0; round < 5; round++) {
      int minute = 300 * round;
      String old = "m" + round;
      Appointment appointment = value(book(old, "d1", "p1", at(minute, 30)));
      String fresh = "b" + round;
      People.add(stores(), "d1", "p2");
      List<Boolean> won =
          Race.of(
              2,
              i ->
                  () ->
                      (i == 0
                              ? appointments()
                                  .reschedule(
                                      Appointments.movedTo(appointment, at(minute + 120, 30)),
                                      Appointments.UNLIMITED)
                              : appointments()
                                  .book(
                                      Appointments.pending(fresh, "d1", "p2", at(minute + 135, 30)),
                                      Optional.empty(),
                                      Appointments.UNLIMITED))
                          instanceof Result.Success);
      assertEquals(1, won.stream().filter(w -> w).count());
      AppointmentTime expected = won.get(0) ? at(minute + 120, 30) : at(minute, 30);
      assertEquals(expected, appointments().find(appointment.id()).orElseThrow().time());
    }
  }

  @Test
  default void letsEitherAConfirmationOrACancellationHappen() {
    Appointment appointment = value(book("v0", "d1", "p1", at(0, 30)));
    Appointment confirmed = value(appointment.confirm(BOOKED));
    Appointment cancelled = value(appointment.cancel(new AccountId("p1"), "ill", BOOKED));
    List<Boolean> won =
        Race.of(
            8, i -> () -> succeeds(() -> appointments().save(i % 2 == 0 ? confirmed : cancelled)));
    assertEquals(1, won.stream().filter(w -> w).count());
    assertEquals(2, appointments().find(appointment.id()).orElseThrow().version());
  }

  @Test
  default void letsOneOfTwoReviewsCount() {
    Appointment booked = value(book("v0", "d1", "p1", at(0, 30)));
    Appointment appointment = appointments().save(Appointments.completed(booked));
    List<Boolean> won =
        Race.of(
            6,
            i ->
                () -> {
                  Appointment reviewed = value(appointment.reviewed(3, "text " + i, BOOKED));
                  return succeeds(() -> appointments().addReview(reviewed));
                });
    assertEquals(1, won.stream().filter(w -> w).count());
    assertEquals(
        new Rating(3, 1), stores().doctors().findListing(DoctorId.of("d1")).orElseThrow().rating());
  }

  @Test
  default void answersAKeyWithTheAppointmentAsItWasBooked() {
    Appointment booked = bookWith("v0", key("k", "f"), at(0, 30));
    Appointment moved =
        value(
            appointments()
                .reschedule(Appointments.movedTo(booked, at(60, 30)), Appointments.UNLIMITED));
    appointments().save(Appointments.withNotes(Appointments.completed(moved), "secret", BOOKED));
    assertEquals(booked, bookWith("v1", key("k", "f"), at(0, 30)));
    assertEquals(
        Optional.of(Result.success(booked)),
        appointments().findBooked(PatientId.of("p1"), key("k", "f"), BOOKED));
    assertEquals(
        Optional.empty(), appointments().find(Appointments.pending("v1", "d1", "p1", 0).id()));
  }

  @Test
  default void refusesAKeyOfAnotherRequest() {
    Appointment booked = bookWith("v0", key("k", "f"), at(0, 30));
    assertEquals(
        Optional.of(Result.failure(Conflict.KEY_REUSED)),
        appointments().findBooked(PatientId.of("p1"), key("k", "other"), BOOKED));
    assertEquals(
        Conflict.KEY_REUSED,
        reason(
            appointments()
                .book(
                    Appointments.pending("v1", "d1", "p1", at(90, 30)),
                    Optional.of(key("k", "other")),
                    Appointments.UNLIMITED)));
    People.add(stores(), "d1", "p2");
    value(
        appointments()
            .book(
                Appointments.pending("v2", "d1", "p2", at(90, 30)),
                Optional.of(key("k", "other")),
                Appointments.UNLIMITED));
    assertEquals(Optional.of(booked), appointments().find(booked.id()));
  }

  @Test
  default void keepsNoKeyOfARefusedBooking() {
    value(book("v0", "d1", "p2", at(0, 30)));
    People.add(stores(), "d1", "p1");
    Appointment wanted = Appointments.pending("v1", "d1", "p1", at(0, 30));
    assertEquals(
        Conflict.DOCTOR_BUSY,
        reason(appointments().book(wanted, Optional.of(key("k", "f")), Appointments.UNLIMITED)));
    assertEquals(
        Optional.empty(), appointments().findBooked(PatientId.of("p1"), key("k", "f"), BOOKED));
  }

  @Test
  default void forgetsAKeyThatExpired() {
    Instant expiry = BOOKED.plus(Duration.ofHours(1));
    IdempotencyKey key = new IdempotencyKey("k", "f", expiry);
    bookWith("v0", key, at(0, 30));
    PatientId patient = PatientId.of("p1");
    assertEquals(
        1, appointments().findBooked(patient, key, expiry.minusMillis(1)).stream().count());
    assertEquals(Optional.empty(), appointments().findBooked(patient, key, expiry));
    assertEquals(0, appointments().purgeKeys(expiry));
    assertEquals(1, appointments().purgeKeys(expiry.plusMillis(1)));
    assertEquals(Optional.empty(), appointments().findBooked(patient, key, BOOKED));
  }

  @Test
  default void usesAnExpiredKeyAgain() {
    bookWith("v0", new IdempotencyKey("k", "f", BOOKED), at(0, 30));
    Appointment second = bookWith("v1", key("k", "g"), at(60, 30));
    assertEquals(
        Optional.of(Result.success(second)),
        appointments().findBooked(PatientId.of("p1"), key("k", "g"), BOOKED));
  }

  @Test
  default void booksOnceForManyRequestsWithOneKey() {
    People.add(stores(), "d1", "p1");
    List<String> ids =
        Race.of(
            8,
            i ->
                () ->
                    value(
                            appointments()
                                .book(
                                    Appointments.pending("v" + i, "d1", "p1", at(0, 30)),
                                    Optional.of(key("k", "f")),
                                    Appointments.UNLIMITED))
                        .id()
                        .value());
    assertEquals(1, ids.stream().distinct().count());
    assertEquals(1, appointments().occupying(DoctorId.of("d1"), at(0, 30).slot()).size());
  }

  private Appointment bookWith(String id, IdempotencyKey key, AppointmentTime time) {
    People.add(stores(), "d1", "p1");
    return value(
        appointments()
            .book(
                Appointments.pending(id, "d1", "p1", time),
                Optional.of(key),
                Appointments.UNLIMITED));
  }

  private static IdempotencyKey key(String value, String fingerprint) {
    return new IdempotencyKey(value, fingerprint, BOOKED.plus(Duration.ofDays(1)));
  }

  private static long successes(List<Result<Appointment, Conflict>> results) {
    return results.stream().filter(result -> result instanceof Result.Success).count();
  }

  private static boolean succeeds(Runnable save) {
    try {
      save.run();
      return true;
    } catch (StaleVersionException e) {
      return false;
    }
  }
}
