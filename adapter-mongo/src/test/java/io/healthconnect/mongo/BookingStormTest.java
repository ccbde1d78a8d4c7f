package io.healthconnect.mongo;

import static io.healthconnect.testkit.appointment.Appointments.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentRepository.Conflict;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.patient.Patients;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many people book the same doctor's time at the same moment, on two nodes. */
@WithMongod
final class BookingStormTest {
  private static final int PATIENTS = 100;

  private List<MongoHandles> nodes;

  @BeforeEach
  void open(TestDatabase database) {
    database.raw().drop();
    nodes = List.of(MongoHandles.open(database.uri()), MongoHandles.open(database.uri()));
    node(0).doctors().add(Accounts.doctor("d1"), Accounts.HASH, Doctors.valid("d1"));
    for (int i = 0; i < PATIENTS; i++) {
      node(0).patients().add(Accounts.patient("p" + i), Accounts.HASH, Patients.blank("p" + i));
    }
  }

  @AfterEach
  void close() {
    nodes.forEach(MongoHandles::close);
  }

  private MongoStore node(int number) {
    return new MongoStore(nodes.get(number % nodes.size()));
  }

  private List<Result<Appointment, Conflict>> book(int minutesApart) {
    return book(nodes.size(), minutesApart);
  }

  private List<Result<Appointment, Conflict>> book(int onNodes, int minutesApart) {
    return Race.of(
        PATIENTS,
        i ->
            () ->
                node(i % onNodes)
                    .appointments()
                    .book(
                        Appointments.pending("v" + i, "d1", "p" + i, at(i * minutesApart, 30)),
                        Optional.empty(),
                        Appointments.UNLIMITED));
  }

  private static long count(List<Result<Appointment, Conflict>> results, Object outcome) {
    return results.stream()
        .filter(result -> result.fold(booked -> "booked", reason -> reason).equals(outcome))
        .count();
  }

  @Test
  void letsOneOfManyHaveATime() {
    List<Result<Appointment, Conflict>> results = book(0);
    assertEquals(1, count(results, "booked"));
    assertEquals(PATIENTS - 1, count(results, Conflict.DOCTOR_BUSY));
  }

  @Test
  void givesEverybodyATimeOfTheirOwn() {
    assertEquals(PATIENTS, count(book(30), "booked"));
    assertEquals(
        PATIENTS,
        node(0).appointments().occupying(DoctorId.of("d1"), at(0, 30 * PATIENTS).slot()).size());
  }

  @Test
  void repeatsNoTransactionOfOneNode(TestDatabase database) {
    long before = transactions(database);
    assertEquals(PATIENTS, count(book(1, 30), "booked"));
    assertEquals(before + PATIENTS, transactions(database));
  }

  @Test
  void refusesLateRequestsWithoutATransaction(TestDatabase database) {
    bookAs(0, 0);
    long before = transactions(database);
    assertEquals(Result.failure(Conflict.DOCTOR_BUSY), bookAs(1, 15));
    assertEquals(before, transactions(database));
    bookAs(2, 30);
    assertEquals(before + 1, transactions(database));
  }

  private Result<Appointment, Conflict> bookAs(int patient, int minute) {
    return node(0)
        .appointments()
        .book(
            Appointments.pending("v" + patient, "d1", "p" + patient, minute),
            Optional.empty(),
            Appointments.UNLIMITED);
  }

  private static long transactions(TestDatabase database) {
    Document status = database.raw().runCommand(new Document("serverStatus", 1));
    return status.get("transactions", Document.class).getLong("totalStarted");
  }
}
