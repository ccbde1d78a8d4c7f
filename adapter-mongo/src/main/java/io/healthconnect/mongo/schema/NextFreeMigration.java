package io.healthconnect.mongo.schema;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;

/** Step 21: when each doctor is free next, for the directory's order. All doctors are due. */
final class NextFreeMigration {
  private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59.999Z");

  private NextFreeMigration() {}

  static void run(MongoDatabase database) {
    database
        .getCollection(CollectionName.DOCTORS.text())
        .updateMany(
            Filters.exists("nextFreeDue", false),
            Updates.combine(
                Updates.set("nextFreeAt", NEVER), Updates.set("nextFreeDue", Instant.EPOCH)));
    Indexes.nextFree(database);
  }
}
