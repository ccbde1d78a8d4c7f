package io.healthconnect.mongo;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.appointment.Hold;
import io.healthconnect.domain.appointment.HoldId;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many people hold and book the same doctor's time at the same moment, on two nodes. */
@WithMongod
final class HoldStormTest {
  private static final int PATIENTS = 40;
  private static final DoctorId DOCTOR = DoctorId.of("d1");

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

  private boolean hold(int patient, int minute) {
    Hold wanted =
        Hold.begin(
            new HoldId("h" + patient),
            DOCTOR,
            PatientId.of("p" + patient),
            at(minute, 30).slot(),
            BOOKED);
    return node(patient).holds().place(wanted, BOOKED).isPresent();
  }

  private boolean book(int patient, int minute) {
    return node(patient)
            .appointments()
            .book(
                Appointments.pending("v" + patient, "d1", "p" + patient, at(minute, 30)),
                Optional.empty(),
                Appointments.UNLIMITED)
        instanceof Result.Success;
  }

  private static long count(List<Boolean> won) {
    return won.stream().filter(each -> each).count();
  }

  private int held() {
    TimeSlot day = at(0, 30 * PATIENTS).slot();
    return node(0).holds().held(List.of(DOCTOR), day, BOOKED).size();
  }

  @Test
  void letsOneOfManyHoldATime() {
    assertEquals(1, count(Race.of(PATIENTS, i -> () -> hold(i, 0))));
    assertEquals(1, held());
  }

  @Test
  void letsEverybodyHoldATimeOfTheirOwn() {
    assertEquals(PATIENTS, count(Race.of(PATIENTS, i -> () -> hold(i, 30 * i))));
    assertEquals(PATIENTS, held());
  }

  /** Half of them hold and half of them book: one has the time, in one of the two ways. */
  @Test
  void letsOneOfManyHoldOrBookATime() {
    List<Boolean> won = Race.of(PATIENTS, i -> () -> i % 4 < 2 ? hold(i, 0) : book(i, 0));
    assertEquals(1, count(won));
    int booked = node(0).appointments().occupying(DOCTOR, at(0, 30).slot()).size();
    assertEquals(1, held() + booked);
  }
}
