package io.healthconnect.testkit.appointment;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.Rating;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.testkit.Heard;
import io.healthconnect.testkit.Stores;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store does with single visits. */
public interface AppointmentRepositoryContract {
  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private AppointmentRepository visits() {
    return stores().appointments();
  }

  private Appointment booked(String id, String doctor, String patient, int minute) {
    People.add(stores(), doctor, patient);
    return value(
        visits().book(Appointments.pending(id, doctor, patient, minute), Optional.empty()));
  }

  @Test
  default void keepsAVisitOfEveryStatus() {
    for (AppointmentStatus status : AppointmentStatus.values()) {
      int minute = 30 * status.ordinal();
      Appointment visit = booked("v" + status.ordinal(), "d1", "p1", minute);
      if (status != AppointmentStatus.PENDING) {
        Appointment changed = Appointments.in(status, visit).withNotes("N\n1", BOOKED);
        Appointment saved = visits().save(changed);
        assertEquals(changed.withVersion(2), saved);
        visit = saved;
      }
      assertEquals(status, visit.status());
      assertEquals(Optional.of(visit), visits().find(visit.id()), status.code());
    }
  }

  @Test
  default void findsNoVisitOfAnotherId() {
    assertEquals(Optional.empty(), visits().find(new AppointmentId("nothing")));
  }

  @Test
  default void keepsEveryVersionOfTheNotesAndTheWholeHistory() {
    Appointment visit = booked("v1", "d1", "p1", 0);
    Appointment one = visits().save(visit.withNotes("one", BOOKED));
    Appointment two = visits().save(one.withNotes("two", BOOKED.plusMillis(1)));
    Appointment done = visits().save(Appointments.completed(two));
    assertEquals(Optional.of(done), visits().find(visit.id()));
    assertEquals(List.of("one", "two"), done.notes().stream().map(n -> n.text()).toList());
    assertEquals(3, done.history().size());
    assertEquals(4, done.version());
  }

  @Test
  default void refusesStaleChanges() {
    Appointment visit = booked("v1", "d1", "p1", 0);
    Appointment confirmed = visits().save(value(visit.confirm(BOOKED)));
    Appointment cancelled = value(visit.cancel(new AccountId("p1"), "ill", BOOKED));
    assertThrows(StaleVersionException.class, () -> visits().save(cancelled));
    assertThrows(StaleVersionException.class, () -> visits().move(visit));
    assertThrows(
        StaleVersionException.class,
        () -> visits().save(Appointments.pending("nothing", "d1", "p1", 90)));
    assertEquals(Optional.of(confirmed), visits().find(visit.id()));
  }

  @Test
  default void refusesASaveThatChangesTheTime() {
    Appointment visit = booked("v1", "d1", "p1", 0);
    Appointment later = Appointments.movedTo(visit, Appointments.at(60, 30));
    assertThrows(IllegalArgumentException.class, () -> visits().save(later));
    assertEquals(Optional.of(visit), visits().find(visit.id()));
  }

  @Test
  default void refusesTheSameIdAgain() {
    booked("v1", "d1", "p1", 0);
    assertThrows(
        IllegalStateException.class,
        () -> visits().book(Appointments.pending("v1", "d1", "p1", 600), Optional.empty()));
  }

  @Test
  default void movesAVisitAlsoOntoItsOwnTime() {
    Appointment visit = booked("v1", "d1", "p1", 0);
    Appointment later = Appointments.movedTo(visit, Appointments.at(15, 30));
    Appointment moved = value(visits().move(later));
    assertEquals(later.withVersion(2), moved);
    assertEquals(Optional.of(moved), visits().find(visit.id()));
  }

  @Test
  default void tellsEachChangeOnceAndInOrder() {
    People.add(stores(), "d1", "p1");
    Heard heard = Heard.from(stores().feed());
    Appointment booked = booked("v1", "d1", "p1", 0);
    visits().book(Appointments.pending("v2", "d1", "p1", 15), Optional.empty());
    Appointment moved = value(visits().move(Appointments.movedTo(booked, Appointments.at(60, 30))));
    Appointment completed = visits().save(Appointments.completed(moved));
    Appointment reviewed = visits().addReview(value(completed.reviewed(5, "good", BOOKED)));
    assertEquals(
        List.of(booked, moved, completed, reviewed).stream()
            .map(visit -> (Change) new Change.AppointmentChanged(visit))
            .toList(),
        heard.all());
  }

  @Test
  default void addsStarsToTheRatingWithTheReview() {
    Appointment one = visits().save(Appointments.completed(booked("v1", "d1", "p1", 0)));
    Appointment two = visits().save(Appointments.completed(booked("v2", "d1", "p1", 30)));
    Appointment reviewed = visits().addReview(value(one.reviewed(5, "A\nB", BOOKED)));
    visits().addReview(value(two.reviewed(2, "", BOOKED)));
    assertEquals(Optional.of(reviewed), visits().find(one.id()));
    assertEquals(
        new Rating(7, 2), stores().doctors().findListing(DoctorId.of("d1")).orElseThrow().rating());
    assertThrows(
        StaleVersionException.class,
        () -> visits().addReview(value(one.reviewed(1, "again", BOOKED))));
    assertEquals(
        new Rating(7, 2), stores().doctors().findListing(DoctorId.of("d1")).orElseThrow().rating());
  }

  @Test
  default void knowsWhoMayTalkToWhom() {
    Appointment declined = booked("v1", "d1", "p1", 0);
    booked("v2", "d1", "p2", 30);
    booked("v3", "d2", "p2", 60);
    assertTrue(visits().haveContact(DoctorId.of("d1"), PatientId.of("p1")));
    visits().save(value(declined.decline(Optional.empty(), BOOKED)));
    assertFalse(visits().haveContact(DoctorId.of("d1"), PatientId.of("p1")));
    assertTrue(visits().haveContact(DoctorId.of("d1"), PatientId.of("p2")));
    assertFalse(visits().haveContact(DoctorId.of("d2"), PatientId.of("p1")));
    assertEquals(Set.of(new AccountId("p2")), visits().contactsOf(new AccountId("d1")));
    assertEquals(
        Set.of(new AccountId("d1"), new AccountId("d2")), visits().contactsOf(new AccountId("p2")));
    assertEquals(Set.of(), visits().contactsOf(new AccountId("p1")));
  }
}
