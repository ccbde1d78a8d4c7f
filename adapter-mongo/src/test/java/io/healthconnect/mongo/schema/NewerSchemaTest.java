package io.healthconnect.mongo.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoDatabase;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.mongo.Node;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import java.util.Date;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@WithMongod
final class NewerSchemaTest {
  private static void upgrade(TestDatabase database, int version) {
    database
        .raw()
        .getCollection("migrations")
        .insertOne(new Document("_id", version).append("at", new Date(0)));
  }

  @Test
  void isNoticedOnceForEachVersion(TestDatabase database) {
    MongoHandles.open(database.uri()).close();
    MongoDatabase raw = database.raw();
    NewerSchema schema = new NewerSchema(raw);
    assertFalse(schema.look());
    upgrade(database, Migrations.count() + 1);
    assertTrue(schema.look());
    assertFalse(schema.look());
    upgrade(database, Migrations.count() + 3);
    assertTrue(schema.look());
    raw.getCollection("migrations").drop();
  }

  /** A running node serves on; a start is refused in one line. */
  @Test
  void aNodeThatRunsGoesOnAndNoneStarts(TestDatabase database) {
    try (Node node = new Node(database.uri())) {
      upgrade(database, Migrations.count() + 1);
      node.catchUp();
      node.tell(new Change.Typing(new AccountId("ann"), new AccountId("bob")));
      assertTrue(node.store.isHealthy());
      UnusableServerException refused =
          assertThrows(UnusableServerException.class, () -> MongoHandles.open(database.uri()));
      assertEquals(1, refused.getMessage().lines().count());
      assertTrue(refused.getMessage().contains("start the newer release"), refused::getMessage);
    } finally {
      database.raw().getCollection("migrations").drop();
    }
  }
}
