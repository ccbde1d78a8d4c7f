package io.healthconnect.mongo.db;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.at;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.mongo.MongoStore;
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
  private MongoHandles handles;
  private MongoStore store;

  @BeforeEach
  void open(TestDatabase database) {
    database.raw().drop();
    handles = MongoHandles.open(database.uri());
    store = new MongoStore(handles, heard::add);
    store.patients().add(Accounts.patient("p1"), Accounts.HASH, Patients.blank("p1"));
    assertEquals(List.of(), heard);
    store.doctors().add(Accounts.doctor("d1"), Accounts.HASH, Doctors.valid("d1"));
    assertHeard("a new doctor");
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
}
