package io.healthconnect.mongo;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.appointment.RunningLate;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.outbox.Outbox;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.Appointments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the senders of notices do every few seconds examines what is due, and nothing else. */
@WithMongod
final class NoticeIndexUseTest {
  private static final int MANY = 50_000;
  private static final int PORTION = 5_000;
  private static final Instant NOW = Instant.parse("2030-03-02T12:00:00Z");
  private static final Instant FAR = NOW.plus(Duration.ofDays(36_500));

  private static FollowedStore store;
  private static Stores stores;
  private static QueryPlans plans;

  @BeforeAll
  static void fill(TestDatabase database) {
    store = new FollowedStore(database.uri());
    stores = store.stores();
    plans = new QueryPlans(database.raw());
    IndexUseData.fill(stores);
    stores.outbox().purge(FAR);
    database
        .raw()
        .getCollection("appointments")
        .updateMany(Filters.in("_id", "v00", "v01", "v02"), Updates.set("status", "scheduled"));
    insert(
        database.raw().getCollection("reminders"),
        n ->
            new Document("appointmentId", "r" + n)
                .append("accountId", "p" + n % 1_000)
                .append("dueAt", minute(n)));
    insert(
        database.raw().getCollection("outbox"),
        n ->
            new Document("_id", "q" + n + ":1")
                .append("accountId", "q" + n)
                .append("seq", 1L)
                .append("kind", "visit_confirmed")
                .append("at", minute(n))
                .append("tries", 0)
                .append("dueAt", minute(n)));
  }

  private static void insert(MongoCollection<Document> into, IntFunction<Document> each) {
    for (int first = 1; first <= MANY; first += PORTION) {
      into.insertMany(IntStream.range(first, first + PORTION).mapToObj(each).toList());
    }
  }

  private static Instant minute(int number) {
    return NOW.plus(Duration.ofMinutes(number));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void readsTheRemindersThatAreDueFromTheirIndex() {
    assertEquals(
        List.of("reminders due examined 0 of 0"),
        plans.names(() -> assertEquals(0, stores.notices().remind(NOW, 10))));
    List<String> some = plans.names(() -> assertEquals(3, stores.notices().remind(minute(3), 10)));
    assertEquals("reminders due examined 3 of 3", some.get(0));
    assertTrue(
        some.stream()
            .filter(plan -> plan.startsWith("reminders "))
            .skip(1)
            .allMatch("reminders appointment examined 1 of 1"::equals),
        some.toString());
  }

  @Test
  void takesTheOldestOfTheOutboxFromItsIndex() {
    Outbox outbox = stores.outbox();
    assertEquals(
        List.of("outbox due examined 0 of 0"),
        plans.names(() -> assertTrue(outbox.take(NOW, FAR).isEmpty())));
    for (int due : new int[] {1, MANY}) {
      assertEquals(
          List.of("outbox due examined 1 of 1"),
          plans.names(() -> assertTrue(outbox.take(minute(due), FAR).isPresent())));
    }
  }

  @Test
  void readsWhomADoctorWhoIsLateConcernsFromTheTimesAroundIt() {
    Instant since = Appointments.MONDAY_NINE.plus(Duration.ofMinutes(61));
    List<String> all =
        plans.names(() -> stores.lateness().say(new RunningLate(DoctorId.of("d00"), 20, since)));
    assertTrue(
        all.stream().anyMatch(plan -> plan.startsWith("appointments doctorOccupied examined ")),
        all.toString());
    assertTrue(all.contains("attendances _id_ examined 0 of 0"), all.toString());
  }

  @Test
  void findsThePatientsOfADisabledDoctorInTheIndexOfTakenTimes() {
    AuditEvent event =
        AuditEvent.of(AuditAction.ACCOUNT_DISABLED, BOOKED).about(new AccountId("d00"));
    List<String> all =
        plans.names(
            () ->
                Appointments.value(
                    stores.administration().decide(new AccountId("d00"), Decision.DISABLE, event)));
    int coming = IndexUseData.PEOPLE / 2;
    assertTrue(
        all.contains("appointments doctorOccupied examined " + coming + " of " + coming),
        all.toString());
  }
}
