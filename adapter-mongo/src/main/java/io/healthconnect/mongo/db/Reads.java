package io.healthconnect.mongo.db;

import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Reads of one collection: each by itself, or all in one session. */
public final class Reads {
  private final MongoCollection<Document> collection;
  private final Optional<ClientSession> session;

  Reads(MongoCollection<Document> collection, Optional<ClientSession> session) {
    this.collection = collection;
    this.session = session;
  }

  public FindIterable<Document> find(Bson filter) {
    return session
        .map(open -> collection.find(open, filter))
        .orElseGet(() -> collection.find(filter));
  }
}
