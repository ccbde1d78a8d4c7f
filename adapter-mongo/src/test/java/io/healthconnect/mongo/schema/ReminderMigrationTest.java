package io.healthconnect.mongo.schema;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.client.MongoCollection;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.mongo.MongoStore;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.patient.Patients;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Patients are reminded of what was confirmed before there were reminders. */
@WithMongod
final class ReminderMigrationTest {
  private static final int IN_DAYS = 5_000;

  private static Set<String> stored(MongoCollection<Document> reminders) {
    Set<String> found = new TreeSet<>();
    for (Document each : reminders.find()) {
      String appointment = each.getString("appointmentId");
      found.add(
          appointment
              + " "
              + each.getString("accountId")
              + " "
              + each.getDate("dueAt").toInstant());
    }
    return found;
  }

  @Test
  void remindsPatientsOfWhatWasConfirmedBefore(TestDatabase test) {
    test.raw().drop();
    try (MongoHandles handles = MongoHandles.open(test.uri())) {
      MongoStore store = new MongoStore(handles);
      store.doctors().add(Accounts.doctor("d1"), Accounts.HASH, Doctors.valid("d1"));
      store.patients().add(Accounts.patient("p1"), Accounts.HASH, Patients.blank("p1"));
      AppointmentRepository appointments = store.appointments();
      for (String id : Set.of("confirmed", "pending")) {
        int minute = id.equals("pending") ? IN_DAYS : IN_DAYS + 60;
        Appointment booked = Appointments.pending(id, "d1", "p1", minute);
        value(appointments.book(booked, Optional.empty(), UNLIMITED));
      }
      Appointment confirmed =
          value(
              appointments
                  .find(Appointments.pending("confirmed", "d1", "p1", 0).id())
                  .orElseThrow()
                  .confirm(BOOKED));
      appointments.save(confirmed);
      MongoCollection<Document> reminders = handles.collection(CollectionName.REMINDERS);
      Set<String> before = stored(reminders);
      assertEquals(2, before.size());
      reminders.deleteMany(new Document());
      ReminderMigration.run(test.raw());
      ReminderMigration.run(test.raw());
      assertEquals(before, stored(reminders));
    }
  }
}
