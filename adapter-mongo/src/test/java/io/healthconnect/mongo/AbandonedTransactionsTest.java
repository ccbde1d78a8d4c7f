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
import io.healthconnect.mongod.SecuredSet;
import io.healthconnect.mongod.WithMongod;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What a node that was killed had locked is free again within seconds. */
@WithMongod
final class AbandonedTransactionsTest {
  private static final String KILLED = "KILLED";
  private static final String FOREIGN = "FOREIGN";
  private static final String DATABASE = "abandoned";

  /** Begins to write a document, as a node does that is killed then: nothing ends the session. */
  private static ClientSession begin(MongoClient client, String document) {
    ClientSession session = client.startSession();
    session.startTransaction();
    things(client).updateOne(session, eq("_id", document), inc("count", 1));
    return session;
  }

  private static MongoCollection<Document> things(MongoClient client) {
    return client.getDatabase(DATABASE).getCollection("things");
  }

  /** The user of the nodes has no role that would let it see or end what others do. */
  @Test
  void aWriterEndsTheTransactionThatAKilledNodeHasLeftOpen() {
    try (SecuredSet set = SecuredSet.start()) {
      String uri = set.uri(DATABASE, List.of("readWrite", "dbAdmin"));
      try (MongoHandles handles = MongoHandles.open(uri);
          MongoClient node = MongoClients.create(uri + "&appName=health-connect");
          MongoClient other = MongoClients.create(uri + "&appName=other")) {
        MongoCollection<Document> things = things(node);
        things.insertOne(new Document("_id", KILLED).append("count", 0));
        things.insertOne(new Document("_id", FOREIGN).append("count", 0));
        try (ClientSession foreign = begin(other, FOREIGN);
            ClientSession killed = begin(node, KILLED)) {
          int refused = 0;
          while (!writes(handles)) {
            refused++;
            assertTrue(refused < 3, "the transaction is still open");
          }
          assertTrue(killed.hasActiveTransaction());
          // Nobody ends what another program does at the same server.
          foreign.commitTransaction();
        }
        assertEquals(2, things.countDocuments(eq("count", 1)));
      }
    }
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
