package io.healthconnect.architecture.offence.mongo;

import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** Offends: a query made of text that may come from anybody. */
final class ParsesAQuery {
  long count(MongoCollection<Document> collection, String filter) {
    return collection.countDocuments(Document.parse(filter));
  }
}
