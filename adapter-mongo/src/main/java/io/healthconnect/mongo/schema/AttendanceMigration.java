package io.healthconnect.mongo.schema;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/**
 * Step 19: who waits, and who was there. Nobody knows whether the patients of confirmed
 * appointments that have begun were there, so none of them is suggested as a no-show.
 */
@SuppressWarnings("JavaUtilDate") // The driver stores this type as a date.
final class AttendanceMigration {
  private AttendanceMigration() {}

  static void run(MongoDatabase database) {
    Indexes.attendances(database);
    MongoCollection<Document> attendances =
        database.getCollection(CollectionName.ATTENDANCES.text());
    for (Document begun :
        database
            .getCollection(CollectionName.APPOINTMENTS.text())
            .find(
                Filters.and(
                    Filters.eq("status", "scheduled"),
                    Filters.eq("occupying", true),
                    Filters.lte("startsAt", Date.from(now(database)))))
            .projection(Projections.include("doctorId", "patientId", "startsAt"))) {
      attendances.updateOne(
          Filters.eq("_id", begun.getString("_id")),
          new Document("$setOnInsert", attendance(begun)),
          new UpdateOptions().upsert(true));
    }
  }

  /** By the clock of the database. */
  private static Instant now(MongoDatabase database) {
    return database.runCommand(new Document("hello", 1)).getDate("localTime").toInstant();
  }

  private static Document attendance(Document begun) {
    return new Document("doctorId", begun.getString("doctorId"))
        .append("patientId", begun.getString("patientId"))
        .append("since", begun.getDate("startsAt"))
        .append("seenAt", begun.getDate("startsAt"))
        .append("devices", List.of());
  }
}
