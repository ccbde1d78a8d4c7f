package io.healthconnect.mongo;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.pending;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.message.Draft;
import io.healthconnect.domain.message.Message;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.EvenRace;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.message.Drafts;
import io.healthconnect.testkit.patient.Patients;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Z-10: messages that one node stores while the other ends the contact that allows them. */
@WithMongod
final class EndedContactOfTwoNodesTest {
  private static final int RACES = 1_000;

  private MongoHandles here;
  private MongoHandles there;
  private MongoStore one;
  private MongoStore other;

  @BeforeEach
  void open(TestDatabase database) {
    database.raw().drop();
    here = MongoHandles.open(database.uri());
    there = MongoHandles.open(database.uri());
    one = new MongoStore(here);
    other = new MongoStore(there);
    one.doctors().add(Accounts.doctor("d1"), Accounts.HASH, Doctors.valid("d1"));
    one.patients().add(Accounts.patient("p1"), Accounts.HASH, Patients.blank("p1"));
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
  }

  @Test
  void z10NoMessageIsStoredAfterTheCancellationAtTheOtherNode() throws Exception {
    long accepted = 0;
    try (EvenRace race = new EvenRace()) {
      for (int i = 0; i < RACES; i++) {
        Appointment appointment =
            value(one.appointments().book(appointment(i), Optional.empty(), UNLIMITED));
        Draft draft = Drafts.text("m" + i, "d1", "p1", "Hi");
        Future<Boolean> sent =
            race.run(
                () -> other.messages().append(draft).fold(message -> true, refusal -> false),
                () -> one.appointments().save(cancelled(appointment)));
        long stored = stored(draft);
        accepted += sent.get() ? 1 : 0;
        assertEquals(accepted, stored, "race " + i);
        assertEquals(accepted, stored(draft), "race " + i);
      }
    }
    assertTrue(accepted > 0 && accepted < RACES, accepted + " of " + RACES + " were accepted");
  }

  private static Appointment appointment(int i) {
    return pending("v" + i, "d1", "p1", 0);
  }

  private static Appointment cancelled(Appointment appointment) {
    return value(appointment.cancel(appointment.patientId().account(), "Well", BOOKED));
  }

  /** The number of the latest message. */
  private long stored(Draft draft) {
    List<Message> last = one.messages().before(draft.conversation(), Long.MAX_VALUE, 1);
    return last.isEmpty() ? 0 : last.get(0).seq();
  }
}
