package io.healthconnect.architecture.offence.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import org.bson.Document;

/** Offends: a replacement, which removes what a newer release has added. */
final class ReplacesWhole {
  long store(MongoCollection<Document> collection, Document document) {
    return collection.replaceOne(Filters.eq("_id", 1), document).getModifiedCount();
  }
}
