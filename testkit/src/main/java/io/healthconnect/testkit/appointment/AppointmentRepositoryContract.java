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
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of single appointments. */
public interface AppointmentRepositoryContract {
  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private AppointmentRepository appointments() {
    return stores().appointments();
  }

  private Appointment booked(String id, String doctor, String patient, int minute) {
    People.add(stores(), doctor, patient);
    return value(
        appointments()
            .book(
                Appointments.pending(id, doctor, patient, minute),
                Optional.empty(),
                Appointments.UNLIMITED));
  }

  @Test
  default void keepsAnAppointmentOfEveryStatus() {
    AppointmentStatus[] all = AppointmentStatus.values();
    for (int i = 0; i < all.length; i++) {
      AppointmentStatus status = all[i];
      Appointment appointment = booked("v" + i, "d1", "p1", 30 * i);
      if (status != AppointmentStatus.PENDING) {
        Appointment changed =
            Appointments.withNotes(Appointments.in(status, appointment), "N\n1", BOOKED);
        Appointment saved = appointments().save(changed);
        assertEquals(changed.withVersion(2), saved);
        appointment = saved;
      }
      assertEquals(status, appointment.status());
      assertEquals(Optional.of(appointment), appointments().find(appointment.id()), status.code());
    }
  }

  @Test
  default void findsNoAppointmentOfAnotherId() {
    assertEquals(Optional.empty(), appointments().find(new AppointmentId("nothing")));
  }

  @Test
  default void refusesStaleChanges() {
    Appointment appointment = booked("v1", "d1", "p1", 0);
    Appointment confirmed = appointments().save(value(appointment.confirm(BOOKED)));
    Appointment cancelled = value(appointment.cancel(new AccountId("p1"), "ill", BOOKED));
    assertThrows(StaleVersionException.class, () -> appointments().save(cancelled));
    assertThrows(
        StaleVersionException.class,
        () -> appointments().reschedule(appointment, Appointments.UNLIMITED));
    assertThrows(
        StaleVersionException.class,
        () -> appointments().save(Appointments.pending("nothing", "d1", "p1", 90)));
    assertEquals(Optional.of(confirmed), appointments().find(appointment.id()));
  }

  @Test
  default void refusesASaveThatChangesTheTime() {
    Appointment appointment = booked("v1", "d1", "p1", 0);
    Appointment later = Appointments.movedTo(appointment, Appointments.at(60, 30));
    assertThrows(IllegalArgumentException.class, () -> appointments().save(later));
    assertEquals(Optional.of(appointment), appointments().find(appointment.id()));
  }

  @Test
  default void refusesTheSameIdAgain() {
    booked("v1", "d1", "p1", 0);
    assertThrows(
        IllegalStateException.class,
        () ->
            appointments()
                .book(
                    Appointments.pending("v1", "d1", "p1", 600),
                    Optional.empty(),
                    Appointments.UNLIMITED));
  }

  @Test
  default void movesAnAppointmentAlsoOntoItsOwnTime() {
    Appointment appointment = booked("v1", "d1", "p1", 0);
    Appointment later = Appointments.movedTo(appointment, Appointments.at(15, 30));
    Appointment moved = value(appointments().reschedule(later, Appointments.UNLIMITED));
    assertEquals(later.withVersion(2), moved);
    assertEquals(Optional.of(moved), appointments().find(appointment.id()));
  }

  @Test
  default void tellsEachChangeOnceAndInOrder() {
    People.add(stores(), "d1", "p1");
    RecordedChanges heard = RecordedChanges.from(stores().feed());
    Appointment booked = booked("v1", "d1", "p1", 0);
    appointments()
        .book(Appointments.pending("v2", "d1", "p1", 15), Optional.empty(), Appointments.UNLIMITED);
    Appointment moved =
        value(
            appointments()
                .reschedule(
                    Appointments.movedTo(booked, Appointments.at(60, 30)), Appointments.UNLIMITED));
    Appointment completed = appointments().save(Appointments.completed(moved));
    Appointment reviewed = appointments().addReview(value(completed.reviewed(5, "good", BOOKED)));
    List<Change> expected = new ArrayList<>();
    List.of(booked, moved, completed, reviewed)
        .forEach(appointment -> expected.add(new Change.AppointmentChanged(appointment)));
    List<Change> heardAll = new ArrayList<>(heard.all());
    // The contract of notices says which.
    heardAll.removeIf(Change.NoticeStored.class::isInstance);
    // Of the doctor's rating, and in any place; the others change nothing of the doctor.
    assertTrue(heardAll.remove(new Change.DoctorChanged(reviewed.doctorId())));
    assertEquals(expected, heardAll);
  }

  @Test
  default void addsStarsToTheRatingWithTheReview() {
    Appointment one = appointments().save(Appointments.completed(booked("v1", "d1", "p1", 0)));
    Appointment two = appointments().save(Appointments.completed(booked("v2", "d1", "p1", 30)));
    Appointment reviewed = appointments().addReview(value(one.reviewed(5, "A\nB", BOOKED)));
    appointments().addReview(value(two.reviewed(2, "", BOOKED)));
    assertEquals(Optional.of(reviewed), appointments().find(one.id()));
    assertEquals(
        new Rating(7, 2), stores().doctors().findListing(DoctorId.of("d1")).orElseThrow().rating());
    assertThrows(
        StaleVersionException.class,
        () -> appointments().addReview(value(one.reviewed(1, "again", BOOKED))));
    assertEquals(
        new Rating(7, 2), stores().doctors().findListing(DoctorId.of("d1")).orElseThrow().rating());
  }

  @Test
  default void knowsWhoMayTalkToWhom() {
    Appointment declined = booked("v1", "d1", "p1", 0);
    booked("v2", "d1", "p2", 30);
    booked("v3", "d2", "p2", 60);
    assertTrue(appointments().haveContact(DoctorId.of("d1"), PatientId.of("p1")));
    appointments().save(value(declined.decline(Optional.empty(), BOOKED)));
    assertFalse(appointments().haveContact(DoctorId.of("d1"), PatientId.of("p1")));
    assertTrue(appointments().haveContact(DoctorId.of("d1"), PatientId.of("p2")));
    assertFalse(appointments().haveContact(DoctorId.of("d2"), PatientId.of("p1")));
    assertEquals(Set.of(new AccountId("p2")), appointments().contactsOf(new AccountId("d1")));
    assertEquals(
        Set.of(new AccountId("d1"), new AccountId("d2")),
        appointments().contactsOf(new AccountId("p2")));
    assertEquals(Set.of(), appointments().contactsOf(new AccountId("p1")));
  }

  @Test
  default void knowsTheContactsOfAPersonAmongOthers() {
    Appointment declined = booked("v1", "d1", "p1", 0);
    appointments().save(value(declined.decline(Optional.empty(), BOOKED)));
    booked("v2", "d1", "p2", 30);
    booked("v3", "d1", "p2", 60);
    booked("v4", "d2", "p2", 90);
    AccountId d1 = new AccountId("d1");
    AccountId d2 = new AccountId("d2");
    AccountId p1 = new AccountId("p1");
    AccountId p2 = new AccountId("p2");
    List<AccountId> all = List.of(d1, d2, p1, p2, p2, new AccountId("unknown"));
    assertEquals(Set.of(p2), appointments().contactsAmong(d1, all));
    assertEquals(Set.of(d1, d2), appointments().contactsAmong(p2, all));
    assertEquals(Set.of(d2), appointments().contactsAmong(p2, List.of(d2, p1)));
    assertEquals(Set.of(), appointments().contactsAmong(p1, all));
    assertEquals(Set.of(), appointments().contactsAmong(d2, List.of(d1, p1)));
    assertEquals(Set.of(), appointments().contactsAmong(d1, List.of()));
  }
}
