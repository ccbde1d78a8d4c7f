package io.healthconnect.architecture.offence.mongo;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** Offends: a handle that does not wait for a majority. */
final class WeakensConcern {
  MongoCollection<Document> fast(MongoCollection<Document> collection) {
    return collection.withWriteConcern(WriteConcern.UNACKNOWLEDGED);
  }
}
