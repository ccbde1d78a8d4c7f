package io.healthconnect.testkit.appointment;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.at;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.appointment.History;
import io.healthconnect.domain.appointment.NoteVersion;
import io.healthconnect.domain.appointment.Notes;
import io.healthconnect.domain.appointment.StatusChange;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.notice.AppointmentNotices;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The contract for what a store keeps with an appointment (history, notes, review) and derives from
 * its status.
 */
public interface AppointmentHistoryContract {
  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private AppointmentRepository appointments() {
    return stores().appointments();
  }

  private Appointment booked(String id, String doctor, String patient, int minute) {
    People.add(stores(), doctor, patient);
    return value(
        appointments()
            .book(Appointments.pending(id, doctor, patient, minute), Optional.empty(), UNLIMITED));
  }

  @Test
  default void keepsEveryVersionOfTheNotesAndTheWholeHistory() {
    Appointment appointment = booked("v1", "d1", "p1", 0);
    Appointment one = appointments().save(Appointments.withNotes(appointment, "one", BOOKED));
    Instant later = BOOKED.plusMillis(1);
    Appointment two = appointments().save(Appointments.withNotes(one, "two", later));
    Appointment done = appointments().save(Appointments.completed(two));
    assertEquals(Optional.of(done), appointments().find(appointment.id()));
    assertEquals(
        List.of(new NoteVersion("one", BOOKED), new NoteVersion("two", later)),
        appointments().notes(appointment.id(), 10));
    assertEquals(2, done.notes().versions());
    assertEquals(done.history().recent(), appointments().history(appointment.id(), 10));
    assertEquals(3, done.history().length());
    assertEquals(4, done.version());
  }

  @Test
  default void replacesTheNewestVersionOfTheNotesWhileItIsBeingWritten() {
    Appointment first =
        appointments().save(Appointments.withNotes(booked("v1", "d1", "p1", 0), "a", BOOKED));
    Instant next = BOOKED.plus(Notes.WRITING);
    Appointment second = appointments().save(Appointments.withNotes(first, "b", next));
    Appointment rewritten =
        appointments()
            .save(Appointments.withAutosavedNotes(second, "b and more", next.plusMillis(1)));
    Appointment moved =
        value(appointments().reschedule(Appointments.movedTo(rewritten, at(60, 30)), UNLIMITED));
    Appointment written =
        appointments()
            .save(Appointments.withAutosavedNotes(moved, "b, in the end", next.plusMillis(2)));
    NoteVersion newest = new NoteVersion("b, in the end", next);
    assertEquals(new Notes(Optional.of(newest), 2), written.notes());
    assertEquals(Optional.of(written), appointments().find(written.id()));
    assertEquals(
        List.of(new NoteVersion("a", BOOKED), newest), appointments().notes(written.id(), 10));
    assertEquals(List.of(newest), appointments().notes(written.id(), 1));
    assertThrows(
        StaleVersionException.class,
        () ->
            appointments().save(Appointments.withAutosavedNotes(second, "from another tab", next)));
    assertEquals(List.of(newest), appointments().notes(written.id(), 1));
  }

  /** Published changes and lists stay the same size, however often an appointment changes. */
  @Test
  default void carriesNoMoreThanTheNewestChangesHoweverManyThereWere() {
    Appointment appointment = booked("v1", "d1", "p1", 0);
    List<StatusChange> all = new ArrayList<>(appointment.history().recent());
    List<String> notes = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      appointment =
          value(
              appointments()
                  .reschedule(Appointments.movedTo(appointment, at(30 * i, 30)), UNLIMITED));
      all.add(appointment.history().last());
      appointment = appointments().save(Appointments.withNotes(appointment, "note " + i, BOOKED));
      notes.add("note " + i);
    }
    RecordedChanges heard = RecordedChanges.from(stores().feed());
    Appointment confirmed = appointments().save(value(appointment.confirm(BOOKED)));
    all.add(confirmed.history().last());
    assertEquals(
        List.of(
            new Change.AppointmentChanged(confirmed),
            new Change.NoticeStored(
                AppointmentNotices.ofChange(appointment, confirmed).get(0).numbered(13))),
        heard.all());
    assertEquals(Optional.of(confirmed), appointments().find(appointment.id()));
    assertEquals(History.of(all), confirmed.history());
    assertEquals(History.RECENT, confirmed.history().recent().size());
    assertEquals(12, confirmed.history().reschedulings());
    assertEquals(14, confirmed.history().length());
    assertEquals(all, appointments().history(appointment.id(), 100));
    assertEquals(all.subList(4, 14), appointments().history(appointment.id(), 10));
    assertEquals(12, confirmed.notes().versions());
    assertEquals(notes, texts(appointments().notes(appointment.id(), 100)));
    assertEquals(notes.subList(9, 12), texts(appointments().notes(appointment.id(), 3)));
  }

  private static List<String> texts(List<NoteVersion> notes) {
    return notes.stream().map(NoteVersion::text).toList();
  }

  @Test
  default void knowsNoHistoryOfAnUnknownAppointment() {
    booked("v1", "d1", "p1", 0);
    assertEquals(List.of(), appointments().history(new AppointmentId("nothing"), 10));
    assertEquals(List.of(), appointments().notes(new AppointmentId("nothing"), 10));
    assertEquals(List.of(), appointments().notes(new AppointmentId("v1"), 10));
  }

  @Test
  default void keepsTheSystemAsTheOneWhoDeclined() {
    Appointment appointment = booked("v1", "d1", "p1", 0);
    Instant start = appointment.time().slot().startsAt();
    Appointment declined = appointments().save(value(appointment.declineUnconfirmed(start)));
    assertEquals(Optional.of(declined), appointments().find(appointment.id()));
    StatusChange expected =
        new StatusChange(
            Optional.of(AppointmentStatus.PENDING),
            AppointmentStatus.DECLINED,
            Optional.empty(),
            start,
            Optional.of("not_confirmed_in_time"));
    assertEquals(expected, appointments().history(appointment.id(), 1).get(0));
    assertFalse(appointments().haveContact(DoctorId.of("d1"), PatientId.of("p1")));
  }

  @Test
  default void findsPendingAppointmentsWhoseStartHasCome() {
    booked("v3", "d1", "p1", 60);
    booked("v2", "d2", "p2", 30);
    booked("v1", "d1", "p2", 0);
    booked("v0", "d2", "p1", 90);
    appointments().save(value(booked("scheduled", "d3", "p3", 0).confirm(BOOKED)));
    Appointment gone = booked("cancelled", "d3", "p3", 30);
    appointments().save(value(gone.cancel(new AccountId("p3"), "ill", BOOKED)));
    Instant sixty = at(60, 30).slot().startsAt();
    assertEquals(List.of(), unconfirmed(at(0, 30).slot().startsAt().minusMillis(1), 10));
    assertEquals(List.of("v1", "v2"), unconfirmed(sixty.minusMillis(1), 10));
    assertEquals(List.of("v1", "v2", "v3"), unconfirmed(sixty, 10));
    assertEquals(List.of("v1", "v2"), unconfirmed(sixty, 2));
  }

  private List<String> unconfirmed(Instant now, int limit) {
    return appointments().unconfirmed(now, limit).stream().map(AppointmentId::value).toList();
  }

  @Test
  default void knowsWhetherTwoHaveAConfirmedAppointmentAroundATime() {
    for (AppointmentStatus status : AppointmentStatus.values()) {
      String patient = "p" + status.ordinal();
      Appointment appointment =
          booked("v" + status.ordinal(), "d1", patient, 30 * status.ordinal());
      if (status != AppointmentStatus.PENDING) {
        appointments().save(Appointments.in(status, appointment));
      }
      assertEquals(
          status.wasConfirmed(), confirmed("d1", patient, Optional.empty()), status.code());
      assertFalse(confirmed("d2", patient, Optional.empty()), status.code());
    }
    String patient = "p" + AppointmentStatus.SCHEDULED.ordinal();
    TimeSlot time = at(30, 30).slot();
    Duration hour = Duration.ofHours(1);
    assertTrue(confirmed("d1", patient, Optional.of(time)));
    TimeSlot before = new TimeSlot(time.startsAt().minus(hour), time.startsAt());
    TimeSlot after = new TimeSlot(time.endsAt(), time.endsAt().plus(hour));
    assertFalse(confirmed("d1", patient, Optional.of(before)));
    assertFalse(confirmed("d1", patient, Optional.of(after)));
    assertTrue(confirmed("d1", patient, Optional.of(before.widenedBy(Duration.ofMillis(1)))));
    assertTrue(confirmed("d1", patient, Optional.of(after.widenedBy(Duration.ofMillis(1)))));
  }

  @Test
  default void findsThePatientsWithAConfirmedAppointmentAmongMany() {
    Set<PatientId> asked = new HashSet<>(Set.of(PatientId.of("unknown")));
    Set<PatientId> expected = new HashSet<>();
    for (AppointmentStatus status : AppointmentStatus.values()) {
      PatientId patient = PatientId.of("p" + status.ordinal());
      // Others of the same two change nothing, whatever their order.
      booked("a" + status.ordinal(), "d1", patient.value(), 60 * status.ordinal());
      Appointment appointment =
          booked("v" + status.ordinal(), "d1", patient.value(), 60 * status.ordinal() + 30);
      if (status != AppointmentStatus.PENDING) {
        appointments().save(Appointments.in(status, appointment));
      }
      asked.add(patient);
      if (status.wasConfirmed()) {
        expected.add(patient);
      }
    }
    DoctorId doctor = DoctorId.of("d1");
    assertEquals(3, expected.size());
    assertEquals(expected, appointments().confirmedAmong(doctor, asked));
    PatientId one = expected.iterator().next();
    assertEquals(Set.of(one), appointments().confirmedAmong(doctor, List.of(one, one)));
    assertEquals(Set.of(), appointments().confirmedAmong(doctor, Set.of()));
    assertEquals(Set.of(), appointments().confirmedAmong(DoctorId.of("d2"), asked));
  }

  private boolean confirmed(String doctor, String patient, Optional<TimeSlot> overlapping) {
    return appointments().haveConfirmed(DoctorId.of(doctor), PatientId.of(patient), overlapping);
  }
}
