package io.healthconnect.architecture.offence.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import org.bson.Document;

/** Offends: a write to many documents, which no retry covers. */
final class UpdatesMany {
  long drop(MongoCollection<Document> collection, String owner) {
    return collection.deleteMany(Filters.eq("owner", owner)).getDeletedCount();
  }
}
