package io.healthconnect.mongo.outbox;

import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.mongo.MongoStore;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.patient.Patients;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@WithMongod
class OutboxWritesTest {
  @Test
  void nothingWaitsForAHostThatSendsNothing(TestDatabase database) {
    database.raw().drop();
    try (MongoHandles handles = MongoHandles.open(database.uri())) {
      MongoStore sending = new MongoStore(handles);
      MongoStore other = new MongoStore(handles.withoutOutbox());
      other.doctors().add(Accounts.doctor("d1"), Accounts.HASH, Doctors.complete("d1"));
      other.patients().add(Accounts.patient("p1"), Accounts.HASH, Patients.complete("p1"));
      book(other, "v1", 0);
      assertEquals(1, other.notices().unread(new AccountId("d1")));
      assertEquals(0, other.outbox().state().waiting());
      book(sending, "v2", 60);
      assertEquals(1, other.outbox().state().waiting());
    }
  }

  private static void book(MongoStore store, String id, int minute) {
    value(
        store
            .appointments()
            .book(
                Appointments.pending(id, "d1", "p1", minute),
                Optional.empty(),
                Appointments.UNLIMITED));
  }
}
