package io.healthconnect.mongo;

import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.account.AuditedStepsContract;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@WithMongod
final class MongoAuditedStepsTest implements AuditedStepsContract {
  private TestDatabase database;
  private FollowedStore store;

  @BeforeEach
  void open(TestDatabase database) {
    this.database = database;
    database.raw().drop();
    store = new FollowedStore(database.uri());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  public Stores stores() {
    return store.stores();
  }

  @Override
  public void takeAuditAway() {
    database
        .raw()
        .runCommand(
            new Document("collMod", "audit")
                .append("validator", new Document("never", true))
                .append("validationLevel", "strict")
                .append("validationAction", "error"));
  }
}
