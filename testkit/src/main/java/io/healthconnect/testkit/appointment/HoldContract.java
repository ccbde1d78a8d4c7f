package io.healthconnect.testkit.appointment;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.at;
import static io.healthconnect.testkit.appointment.Appointments.reason;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentMode;
import io.healthconnect.domain.appointment.AppointmentRepository.Conflict;
import io.healthconnect.domain.appointment.AppointmentTime;
import io.healthconnect.domain.appointment.Hold;
import io.healthconnect.domain.appointment.HoldId;
import io.healthconnect.domain.appointment.HoldRepository;
import io.healthconnect.domain.appointment.Rescheduling;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The contract of {@link HoldRepository}, and of bookings of times that are held. */
public interface HoldContract {
  Instant EXPIRY = BOOKED.plus(Hold.LIFE);
  DoctorId HOLDING_DOCTOR = DoctorId.of("d1");
  TimeSlot DAY = new TimeSlot(at(0, 1).slot().startsAt(), at(600, 1).slot().startsAt());

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private HoldRepository holds() {
    return stores().holds();
  }

  private static Hold hold(String id, String doctor, String patient, int minute) {
    return Hold.begin(
        new HoldId(id), DoctorId.of(doctor), PatientId.of(patient), at(minute, 30).slot(), BOOKED);
  }

  private Optional<Hold> place(Hold wanted) {
    People.add(stores(), wanted.doctor().value(), wanted.patient().value());
    return holds().place(wanted, BOOKED);
  }

  private Result<Appointment, Conflict> book(Appointment appointment) {
    People.add(stores(), appointment.doctorId().value(), appointment.patientId().value());
    return stores().appointments().book(appointment, Optional.empty(), UNLIMITED);
  }

  private Set<String> heldAt(Instant now) {
    return holds().held(List.of(HOLDING_DOCTOR, DoctorId.of("d2")), DAY, now).stream()
        .map(hold -> hold.id().value())
        .collect(Collectors.toSet());
  }

  @Test
  default void keepsATimeUntilTheHoldExpires() {
    Hold wanted = hold("h1", "d1", "p1", 0);
    assertEquals(Optional.of(wanted), place(wanted));
    Instant last = EXPIRY.minusMillis(1);
    assertEquals(Optional.of(wanted), holds().find(wanted.patient(), last));
    assertEquals(List.of(wanted), holds().held(List.of(HOLDING_DOCTOR), DAY, last));
    assertEquals(Optional.empty(), holds().find(wanted.patient(), EXPIRY));
    assertEquals(Set.of(), heldAt(EXPIRY));
    assertEquals(Optional.empty(), holds().find(PatientId.of("p2"), BOOKED));
  }

  @Test
  default void findsTheHoldsOfTheDoctorsThatReachIntoTheRange() {
    place(hold("h1", "d1", "p1", 0));
    place(hold("h2", "d2", "p2", 30));
    place(hold("h3", "d3", "p3", 30));
    List<DoctorId> two = List.of(HOLDING_DOCTOR, DoctorId.of("d2"));
    assertEquals(Set.of("h1", "h2"), heldAt(BOOKED));
    assertEquals(1, holds().held(two, at(29, 1).slot(), BOOKED).size());
    assertEquals(2, holds().held(two, at(29, 2).slot(), BOOKED).size());
    assertEquals(1, holds().held(two, at(59, 5).slot(), BOOKED).size());
    assertEquals(List.of(), holds().held(two, at(60, 30).slot(), BOOKED));
    assertEquals(List.of(), holds().held(List.of(), DAY, BOOKED));
  }

  @Test
  default void refusesATimeThatSomebodyElseHoldsOrHasBooked() {
    place(hold("h1", "d1", "p1", 0));
    assertEquals(Optional.empty(), place(hold("h2", "d1", "p2", 15)));
    assertTrue(place(hold("h2", "d1", "p2", 30)).isPresent());
    assertTrue(place(hold("h3", "d2", "p3", 0)).isPresent());
    value(book(Appointments.pending("v1", "d1", "p4", 60)));
    assertEquals(Optional.empty(), place(hold("h4", "d1", "p5", 75)));
    assertEquals(Set.of("h1", "h2", "h3"), heldAt(BOOKED));
  }

  @Test
  default void takesATimeWhoseHoldHasExpired() {
    place(hold("h1", "d1", "p1", 0));
    People.addPatient(stores(), "p2");
    Hold early = hold("h2", "d1", "p2", 0);
    assertEquals(Optional.empty(), holds().place(early, EXPIRY.minusMillis(1)));
    Hold late = Hold.begin(early.id(), early.doctor(), early.patient(), early.time(), EXPIRY);
    assertEquals(Optional.of(late), holds().place(late, EXPIRY));
  }

  @Test
  default void aPatientHasOneHold() {
    place(hold("h1", "d1", "p1", 0));
    Hold second = hold("h2", "d2", "p1", 0);
    assertEquals(Optional.of(second), place(second));
    assertEquals(Set.of("h2"), heldAt(BOOKED));
    assertTrue(place(hold("h3", "d1", "p2", 0)).isPresent());
    Hold overlappingItsOwn = hold("h4", "d2", "p1", 15);
    assertEquals(Optional.of(overlappingItsOwn), place(overlappingItsOwn));
    assertEquals(Set.of("h3", "h4"), heldAt(BOOKED));
  }

  @Test
  default void aRefusedHoldLeavesTheEarlierOne() {
    place(hold("h1", "d1", "p1", 0));
    place(hold("h2", "d1", "p2", 30));
    assertEquals(Optional.empty(), place(hold("h3", "d1", "p2", 0)));
    assertEquals(Set.of("h1", "h2"), heldAt(BOOKED));
  }

  @Test
  default void askingAgainDoesNotProlongAHold() {
    Hold first = hold("h1", "d1", "p1", 0);
    place(first);
    Instant later = BOOKED.plusSeconds(60);
    Hold again = Hold.begin(new HoldId("h2"), first.doctor(), first.patient(), first.time(), later);
    assertEquals(Optional.of(first), holds().place(again, later));
    Hold expired =
        Hold.begin(new HoldId("h3"), first.doctor(), first.patient(), first.time(), EXPIRY);
    assertEquals(Optional.of(expired), holds().place(expired, EXPIRY));
  }

  @Test
  default void onlyItsPatientReleasesAHold() {
    Hold wanted = hold("h1", "d1", "p1", 0);
    place(wanted);
    place(hold("h2", "d1", "p2", 30));
    assertFalse(holds().release(wanted.id(), PatientId.of("p2")));
    assertFalse(holds().release(new HoldId("h9"), wanted.patient()));
    assertEquals(Set.of("h1", "h2"), heldAt(BOOKED));
    assertTrue(holds().release(wanted.id(), wanted.patient()));
    assertFalse(holds().release(wanted.id(), wanted.patient()));
    assertEquals(Set.of("h2"), heldAt(BOOKED));
    assertTrue(place(hold("h3", "d1", "p3", 0)).isPresent());
  }

  @Test
  default void onlyTheHolderBooksAHeldTime() {
    place(hold("h1", "d1", "p1", 0));
    assertEquals(
        Conflict.DOCTOR_BUSY, reason(book(Appointments.pending("v1", "d1", "p2", at(15, 30)))));
    value(book(Appointments.pending("v2", "d1", "p2", 30)));
    value(book(Appointments.pending("v3", "d1", "p1", 0)));
    assertEquals(Set.of(), heldAt(BOOKED));
  }

  @Test
  default void aBookingOfAnotherTimeEndsTheHoldToo() {
    place(hold("h1", "d1", "p1", 0));
    value(book(Appointments.pending("v1", "d1", "p1", 60)));
    assertEquals(Set.of(), heldAt(BOOKED));
    value(book(Appointments.pending("v2", "d1", "p2", 0)));
  }

  @Test
  default void aRefusedBookingLeavesTheHold() {
    value(book(Appointments.pending("v1", "d1", "p2", 60)));
    place(hold("h1", "d1", "p1", 0));
    assertEquals(Conflict.DOCTOR_BUSY, reason(book(Appointments.pending("v2", "d1", "p1", 60))));
    assertEquals(Set.of("h1"), heldAt(BOOKED));
  }

  @Test
  default void anExpiredHoldBarsNobody() {
    Hold old =
        Hold.begin(
            new HoldId("h1"),
            HOLDING_DOCTOR,
            PatientId.of("p1"),
            at(0, 30).slot(),
            BOOKED.minus(Hold.LIFE));
    People.add(stores(), "d1", "p1");
    assertTrue(holds().place(old, BOOKED.minus(Hold.LIFE)).isPresent());
    value(book(Appointments.pending("v1", "d1", "p2", 0)));
  }

  @Test
  default void doctorsTakeTimesThatAreHeld() {
    place(hold("h1", "d1", "p1", 0));
    place(hold("h2", "d1", "p3", 60));
    People.addPatient(stores(), "p2");
    value(book(byDoctor("v1", "p2", at(0, 30))));
    Appointment pending = value(book(Appointments.pending("v2", "d1", "p2", 120)));
    value(stores().appointments().reschedule(Appointments.movedTo(pending, at(60, 30)), UNLIMITED));
    assertEquals(Set.of("h1", "h2"), heldAt(BOOKED));
  }

  private static Appointment byDoctor(String id, String patient, AppointmentTime time) {
    return Appointment.bookByDoctor(
        new AppointmentId(id),
        new Appointment.Request(
            HOLDING_DOCTOR, PatientId.of(patient), time, AppointmentMode.VIDEO, ""),
        BOOKED);
  }

  @Test
  default void aPatientMovesToNoTimeThatIsHeld() {
    Appointment booked = value(book(Appointments.pending("v1", "d1", "p2", 60)));
    place(hold("h1", "d1", "p1", 0));
    Appointment moved =
        value(
            booked.reschedule(
                booked.patientId().account(),
                new Rescheduling(at(0, 30), Optional.empty(), false, 10),
                BOOKED));
    assertEquals(
        Conflict.DOCTOR_BUSY, reason(stores().appointments().reschedule(moved, UNLIMITED)));
    holds().release(new HoldId("h1"), PatientId.of("p1"));
    value(stores().appointments().reschedule(moved, UNLIMITED));
  }

  @Test
  default void purgesExpiredHolds() {
    place(hold("h1", "d1", "p1", 0));
    assertEquals(0, holds().purge(EXPIRY.minusMillis(1)));
    assertEquals(1, holds().purge(EXPIRY));
    assertEquals(Optional.empty(), holds().find(PatientId.of("p1"), BOOKED));
  }

  @Test
  default void tellsOfTheDoctorsWhoseFreeTimesChange() {
    place(hold("h1", "d1", "p1", 0));
    People.addDoctor(stores(), "d2");
    People.addPatient(stores(), "p2");
    RecordedChanges replaced = RecordedChanges.from(stores().feed());
    place(hold("h2", "d2", "p1", 0));
    assertEquals(
        Set.of(
            new Change.DoctorChanged(HOLDING_DOCTOR), new Change.DoctorChanged(DoctorId.of("d2"))),
        Set.copyOf(replaced.all()));
    RecordedChanges released = RecordedChanges.from(stores().feed());
    holds().release(new HoldId("h2"), PatientId.of("p1"));
    assertEquals(Set.of(new Change.DoctorChanged(DoctorId.of("d2"))), Set.copyOf(released.all()));
  }

  @Test
  default void letsOneOfManyHoldATime() {
    People.addDoctor(stores(), "d1");
    for (int i = 0; i < 8; i++) {
      People.addPatient(stores(), "p" + i);
    }
    List<Boolean> won =
        Race.of(8, i -> () -> holds().place(hold("h" + i, "d1", "p" + i, 0), BOOKED).isPresent());
    assertEquals(1, won.stream().filter(each -> each).count());
    assertEquals(Set.of("h" + won.indexOf(true)), heldAt(BOOKED));
  }

  @Test
  default void givesAPatientOneHoldWhenManyAreWantedAtOnce() {
    for (int i = 0; i < 8; i++) {
      People.add(stores(), "d" + i, "p1");
    }
    List<Boolean> won =
        Race.of(8, i -> () -> holds().place(hold("h" + i, "d" + i, "p1", 0), BOOKED).isPresent());
    assertEquals(8, won.stream().filter(each -> each).count());
    List<DoctorId> all =
        List.of(0, 1, 2, 3, 4, 5, 6, 7).stream().map(i -> DoctorId.of("d" + i)).toList();
    assertEquals(1, holds().held(all, DAY, BOOKED).size());
  }

  /** Each time goes to a hold or to a booking, never to both and never to neither. */
  @Test
  default void letsEitherAHoldOrABookingHaveATime() {
    People.add(stores(), "d1", "p1");
    People.addPatient(stores(), "p2");
    for (int round = 0; round < 10; round++) {
      int minute = 30 * round;
      String number = Integer.toString(round);
      List<Boolean> won =
          Race.of(
              2,
              i ->
                  () ->
                      i == 0
                          ? holds()
                              .place(hold("h" + number, "d1", "p1", minute), BOOKED)
                              .isPresent()
                          : book(Appointments.pending("v" + number, "d1", "p2", minute))
                              instanceof Result.Success);
      assertEquals(1, won.stream().filter(each -> each).count(), "round " + round);
    }
  }
}
