package io.healthconnect.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What a node that was killed had locked is free again within seconds. */
@WithMongod
final class AbandonedTransactionsTest {
  private static final String KILLED = "KILLED";
  private static final String FOREIGN = "FOREIGN";

  private static MongoClient client(TestDatabase database, String application) {
    String uri = database.uri();
    return MongoClients.create(uri + (uri.contains("?") ? "&" : "?") + "appName=" + application);
  }

  /** Begins to write a document, as a node does that is killed then: nothing ends the session. */
  private static ClientSession begin(MongoClient client, TestDatabase database, String document) {
    ClientSession session = client.startSession();
    session.startTransaction();
    client
        .getDatabase(database.raw().getName())
        .getCollection("things")
        .updateOne(session, eq("_id", document), inc("count", 1));
    return session;
  }

  @Test
  void aWriterEndsTheTransactionThatAKilledNodeHasLeftOpen(TestDatabase database) {
    MongoCollection<Document> things = database.raw().getCollection("things");
    things.insertOne(new Document("_id", KILLED).append("count", 0));
    things.insertOne(new Document("_id", FOREIGN).append("count", 0));
    try (MongoClient node = client(database, "health-connect");
        MongoClient other = client(database, "other");
        MongoHandles handles = MongoHandles.open(database.uri());
        ClientSession foreign = begin(other, database, FOREIGN);
        ClientSession killed = begin(node, database, KILLED)) {
      int refused = 0;
      while (!writes(handles)) {
        refused++;
        assertTrue(refused < 3, "the transaction is still open");
      }
      // Nobody ends what another program does at the same server.
      foreign.commitTransaction();
      assertTrue(killed.hasActiveTransaction());
    }
    assertEquals(1, things.find(eq("_id", KILLED)).first().getInteger("count"));
    assertEquals(1, things.find(eq("_id", FOREIGN)).first().getInteger("count"));
  }

  private static boolean writes(MongoHandles handles) {
    try {
      handles.transact(
          session ->
              handles
                  .database()
                  .getCollection("things")
                  .updateOne(session, eq("_id", KILLED), inc("count", 1)));
      return true;
    } catch (StoreUnavailableException e) {
      return false;
    }
  }
}
