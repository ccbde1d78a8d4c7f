package io.healthconnect.mongo.schema;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/**
 * Step 17: the reminders. Patients with confirmed appointments are reminded a day and an hour
 * before.
 */
final class ReminderMigration {
  private static final List<Duration> BEFORE = List.of(Duration.ofDays(1), Duration.ofHours(1));

  private ReminderMigration() {}

  static void run(MongoDatabase database) {
    Indexes.reminders(database);
    MongoCollection<Document> reminders = database.getCollection(CollectionName.REMINDERS.text());
    MongoCollection<Document> appointments =
        database.getCollection(CollectionName.APPOINTMENTS.text());
    for (Document confirmed :
        appointments
            .find(Filters.and(Filters.eq("status", "scheduled"), Filters.eq("occupying", true)))
            .projection(Projections.include("patientId", "startsAt"))) {
      remind(reminders, confirmed);
    }
  }

  /** Another node may be doing it at the same time. Those that come too late are dropped unsaid. */
  @SuppressWarnings("JavaUtilDate") // The driver stores this type as a date.
  private static void remind(MongoCollection<Document> reminders, Document confirmed) {
    Instant start = confirmed.getDate("startsAt").toInstant();
    for (Duration before : BEFORE) {
      Document reminder =
          new Document("appointmentId", confirmed.getString("_id"))
              .append("accountId", confirmed.getString("patientId"))
              .append("dueAt", Date.from(start.minus(before)));
      reminders.replaceOne(reminder, reminder, new ReplaceOptions().upsert(true));
    }
  }
}
