package io.healthconnect.mongo.schema;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;

/**
 * Step 4: the collections for notes and status changes, and an index of pending appointments.
 * Appointments that hold all their notes and history themselves are left as they are until they are
 * changed.
 */
final class HistoryCollections {
  private HistoryCollections() {}

  static void make(MongoDatabase database) {
    for (CollectionName name :
        new CollectionName[] {
          CollectionName.APPOINTMENT_NOTES, CollectionName.APPOINTMENT_CHANGES
        }) {
      database
          .getCollection(name.text())
          .createIndex(
              ascending("appointmentId", "position"),
              new IndexOptions().name("appointment").unique(true));
    }
    Validators.setHistory(database);
    database
        .getCollection(CollectionName.APPOINTMENTS.text())
        .createIndex(
            ascending("startsAt", "_id"),
            new IndexOptions()
                .name("pending")
                .partialFilterExpression(Filters.eq("status", "pending")));
  }
}
