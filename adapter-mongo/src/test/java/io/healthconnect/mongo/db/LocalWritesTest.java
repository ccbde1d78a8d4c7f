package io.healthconnect.mongo.db;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.at;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.RunningLate;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.mongo.MongoStore;
import io.healthconnect.mongo.event.Events;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.patient.Patients;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a node hears of its own writes before they return. */
@WithMongod
final class LocalWritesTest {
  private final List<DoctorId> heard = new ArrayList<>();
  private final List<Change.SessionsEnded> ended = new ArrayList<>();
  private MongoHandles handles;
  private MongoStore store;

  @BeforeEach
  void open(TestDatabase database) {
    database.raw().drop();
    handles = MongoHandles.open(database.uri());
    store = new MongoStore(handles, new Heard());
    store.patients().add(Accounts.patient("p1"), Accounts.HASH, Patients.blank("p1"));
    assertEquals(List.of(), heard);
    store.doctors().add(Accounts.doctor("d1"), Accounts.HASH, Doctors.valid("d1"));
    assertHeard("a new doctor");
  }

  private final class Heard implements LocalWrites {
    @Override
    public void doctorChanged(DoctorId doctor) {
      heard.add(doctor);
    }

    @Override
    public void sessionsEnded(Change.SessionsEnded ends) {
      ended.add(ends);
    }
  }

  @AfterEach
  void close() {
    handles.close();
  }

  private void assertHeard(String write) {
    assertEquals(List.of(DoctorId.of("d1")), heard, write);
    heard.clear();
  }

  @Test
  void tellsWhatChangesADoctor() {
    Doctor doctor = store.doctors().find(DoctorId.of("d1")).orElseThrow();
    Doctor saved = store.doctors().save(doctor);
    assertHeard("a profile");
    store.doctors().save(saved, new PersonName("Dora Newname"));
    assertHeard("a name");
    Account account = store.accounts().find(doctor.id().account()).orElseThrow();
    store.accounts().save(account.withName(new PersonName("Dora Oldname")));
    assertHeard("an account");
    Account patient = store.accounts().find(Accounts.patient("p1").id()).orElseThrow();
    store.accounts().save(patient.withName(new PersonName("Paul Newname")));
    assertEquals(List.of(), heard);
  }

  @Test
  void tellsWhatChangesFreeTimesAndRatings() {
    Appointment appointment = Appointments.pending("v1", "d1", "p1", 0);
    Appointment booked = value(store.appointments().book(appointment, Optional.empty(), UNLIMITED));
    assertHeard("a booking");
    Appointment moved =
        value(store.appointments().reschedule(Appointments.movedTo(booked, at(60, 30)), UNLIMITED));
    assertHeard("a move");
    Appointment done = store.appointments().save(Appointments.completed(moved));
    assertHeard("a change of status");
    store.appointments().addReview(value(done.reviewed(5, "", BOOKED)));
    assertHeard("a review");
  }

  @Test
  void tellsThatADoctorIsLate() {
    DoctorId doctor = DoctorId.of("d1");
    store.lateness().say(new RunningLate(doctor, 20, BOOKED));
    assertHeard("that the doctor is late");
    store.lateness().clear(doctor, BOOKED);
    assertHeard("that the doctor is no longer late");
  }

  @Test
  void tellsWhichSessionsEnd() {
    Account patient = store.accounts().find(Accounts.patient("p1").id()).orElseThrow();
    Credentials checked = new Credentials(patient.id(), Accounts.HASH);
    Session session = Accounts.session("s1", patient.id());
    assertTrue(store.sessions().open(session, checked));
    store.sessions().revoke(new SessionId("unknown"));
    assertEquals(List.of(), ended);
    store.sessions().revoke(session.id());
    assertEquals(
        List.of(
            new Change.SessionsEnded(patient.id(), Optional.of(session.id()), Optional.empty())),
        ended);
    store.sessions().revokeAll(patient.id(), Optional.empty());
    assertEquals(2, ended.size());
  }

  @Test
  void tellsNothingOfATransactionThatFails() {
    AccountId patient = Accounts.patient("p1").id();
    Events events = new Events(handles.heardBy(new Heard()));
    assertThrows(
        IllegalStateException.class,
        () ->
            handles.transact(
                session -> {
                  events.publish(
                      session,
                      new Change.SessionsEnded(patient, Optional.empty(), Optional.empty()));
                  throw new IllegalStateException("in the middle");
                }));
    assertEquals(List.of(), ended);
  }
}
