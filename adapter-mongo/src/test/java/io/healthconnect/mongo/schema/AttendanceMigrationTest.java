package io.healthconnect.mongo.schema;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.mongo.MongoStore;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.patient.Patients;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nobody is suggested as a no-show for what began before anybody looked. */
@WithMongod
final class AttendanceMigrationTest {
  private static final int IN_70_YEARS = 70 * 365 * 24 * 60;

  @Test
  void whoHadAConfirmedAppointmentThatBeganCountsAsThere(TestDatabase test) {
    test.raw().drop();
    try (MongoHandles handles = MongoHandles.open(test.uri())) {
      MongoStore store = new MongoStore(handles);
      store.doctors().add(Accounts.doctor("d1"), Accounts.HASH, Doctors.valid("d1"));
      store.patients().add(Accounts.patient("p1"), Accounts.HASH, Patients.blank("p1"));
      Appointment begun = book(store, "begun", 0);
      Appointment later = book(store, "later", IN_70_YEARS);
      store.appointments().save(value(begun.confirm(BOOKED)));
      store.appointments().save(value(later.confirm(BOOKED)));
      book(store, "pending", 60);
      AttendanceMigration.run(test.raw());
      AttendanceMigration.run(test.raw());
      assertEquals(
          Map.of(begun.id(), Attendance.seen(begun, begun.time().slot().startsAt())),
          store.attendances().find(List.of(begun.id(), later.id(), new AppointmentId("pending"))));
    }
  }

  private static Appointment book(MongoStore store, String id, int minute) {
    return value(
        store
            .appointments()
            .book(Appointments.pending(id, "d1", "p1", minute), Optional.empty(), UNLIMITED));
  }
}
