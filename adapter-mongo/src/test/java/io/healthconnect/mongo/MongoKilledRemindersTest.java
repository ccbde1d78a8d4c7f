package io.healthconnect.mongo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.notice.KilledReminders;
import java.io.IOException;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@WithMongod
class MongoKilledRemindersTest {
  private static final int KILLS = 10;

  /** T-10: two nodes have the same reminders before them, and one is killed, ten times. */
  @Test
  void t10OfTwoNodesOneRemindsAlsoWhenTheOtherIsKilled(TestDatabase database) throws Exception {
    database.raw().drop();
    endTransactionsAfter(database, 2);
    try (FollowedStore store = new FollowedStore(database.uri())) {
      KilledReminders.fill(store.stores());
      MongoCollection<Document> left =
          database.raw().getCollection(CollectionName.REMINDERS.text());
      KilledReminders.Server killed = server(database);
      KilledReminders.Server other = server(database);
      for (int kill = 0; kill < KILLS; kill++) {
        long before = left.countDocuments();
        assertTrue(before > 0, "none was left for kill " + kill);
        killed.begin();
        while (left.countDocuments() == before) {
          Thread.onSpinWait();
        }
        other.begin();
        killed.kill();
        other.end();
        killed = server(database);
      }
      KilledReminders.finish(killed);
      killed.kill();
      other.kill();
      KilledReminders.assertEachWasToldOnce(store.stores());
    } finally {
      endTransactionsAfter(database, 60);
    }
  }

  /** What a killed process was writing stays locked until the server ends its transaction. */
  private static void endTransactionsAfter(TestDatabase database, int seconds) {
    try (MongoClient client = MongoClients.create(database.uri())) {
      client
          .getDatabase("admin")
          .runCommand(
              new Document("setParameter", 1).append("transactionLifetimeLimitSeconds", seconds));
    }
  }

  private static KilledReminders.Server server(TestDatabase database) throws IOException {
    return new KilledReminders.Server(Main.class, database.uri());
  }

  /** A node. */
  static final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
      try (MongoHandles handles = MongoHandles.open(arguments[0])) {
        KilledReminders.serve(new MongoStore(handles).notices());
      }
    }
  }
}
