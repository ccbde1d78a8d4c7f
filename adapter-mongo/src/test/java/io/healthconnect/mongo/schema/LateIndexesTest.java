package io.healthconnect.mongo.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.mongo.MongoStore;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongod.ReplicaSet;
import io.healthconnect.mongod.WithMongod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@WithMongod
final class LateIndexesTest {
  private static final AccountId NOBODY = new AccountId("nobody");
  private static final Bson FIRST_STEP = Filters.eq("_id", 1);

  private static ReplicaSet set;

  @BeforeAll
  static void start() {
    set = ReplicaSet.start(1);
  }

  @AfterAll
  static void end() {
    set.close();
  }

  private static void hang(String mode) {
    set.failPoint("hangAfterStartingIndexBuild", new Document("mode", mode));
  }

  private static void fill(MongoCollection<Document> collection, long documents) {
    Date now = new Date();
    collection.insertMany(
        IntStream.range(0, (int) documents)
            .mapToObj(
                i ->
                    new Document("_id", "s" + i)
                        .append("accountId", "a" + i)
                        .append("createdAt", now)
                        .append("expiresAt", now))
            .toList());
  }

  private static List<String> indexes(MongoCollection<Document> collection) {
    List<String> names = new ArrayList<>();
    collection.listIndexes().forEach(index -> names.add(index.getString("name")));
    return names;
  }

  private static void await(BooleanSupplier done) {
    while (!done.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  /** A node starts while the build cannot end, and so does the next one. */
  @Test
  void aNodeServesWhileAnIndexOfALargeCollectionIsBuilt() {
    MongoDatabase database;
    try (MongoHandles handles = MongoHandles.open(set.uri())) {
      database = handles.database();
      MongoCollection<Document> sessions = database.getCollection("sessions");
      fill(sessions, LateIndexes.LARGE + 1);
      sessions.dropIndex("expiry");
      MongoCollection<Document> steps = database.getCollection("migrations");
      steps.deleteOne(FIRST_STEP);
      hang("alwaysOn");
      try {
        for (int i = 0; i < 2; i++) {
          try (MongoHandles later = MongoHandles.open(set.uri())) {
            assertEquals(
                List.of("expiry of sessions"),
                steps.find(FIRST_STEP).first().getList("building", String.class));
            assertEquals(Migrations.count(), later.facts().schema());
            assertEquals(List.of(), new MongoStore(later).sessions().list(NOBODY));
          }
        }
      } finally {
        hang("off");
      }
      MongoHandles.open(set.uri()).close();
      try (MongoHandles last = MongoHandles.open(set.uri())) {
        await(() -> !steps.find(FIRST_STEP).first().containsKey("building"));
        assertTrue(indexes(sessions).contains("expiry"));
        assertEquals(List.of(), new MongoStore(last).sessions().list(NOBODY));
      }
    }
  }

  /** An upgrade of several steps: a later one changes the collection. */
  @Test
  void noBuildBeginsBeforeAllStepsAreDone() {
    try (MongoHandles handles = MongoHandles.open(set.uri())) {
      MongoDatabase database = handles.database();
      MongoCollection<Document> sessions = database.getCollection("sessions");
      sessions.deleteMany(new Document());
      fill(sessions, LateIndexes.LARGE + 1);
      sessions.dropIndex("expiry");
      database.getCollection("migrations").deleteMany(new Document());
      hang("alwaysOn");
      try (MongoHandles next = MongoHandles.open(set.uri())) {
        assertEquals(Migrations.count(), next.facts().schema());
        assertEquals(List.of(), new MongoStore(next).sessions().list(NOBODY));
      } finally {
        hang("off");
      }
    }
  }

  @Test
  void leavesOutWhatQueriesOnlyGainFrom() {
    try (MongoHandles handles = MongoHandles.open(set.uri())) {
      MongoCollection<Document> large = handles.database().getCollection("large");
      fill(large, LateIndexes.LARGE + 1);
      fill(handles.database().getCollection("small"), LateIndexes.LARGE);
      LateIndexes late = new LateIndexes(handles.database());
      MongoCollection<Document> seen = late.database().getCollection("large");
      Bson keys = Indexes.ascending("accountId");
      seen.createIndex(keys, new IndexOptions().name("guard").unique(true));
      seen.createIndex(Indexes.ascending("createdAt"), new IndexOptions().name("unread"));
      seen.createIndex(Indexes.ascending("expiresAt"), new IndexOptions().name("later"));
      MongoCollection<Document> small = late.database().getCollection("small");
      small.createIndex(keys, new IndexOptions().name("later"));
      assertEquals(List.of("_id_", "guard", "unread"), indexes(large));
      assertEquals(List.of("_id_", "later"), indexes(small));
      assertEquals(
          List.of("later of large"), late.builds().stream().map(LateIndexes.Build::name).toList());
      assertEquals(LateIndexes.LARGE + 1, seen.countDocuments());
      late.builds().get(0).run();
      assertEquals(List.of("_id_", "guard", "unread", "later"), indexes(large));
    }
  }

  @Test
  void asksAgainAfterAFailure() {
    try (MongoHandles handles = MongoHandles.open(set.uri());
        IndexBuilds builds = new IndexBuilds(Duration.ofMillis(1))) {
      MongoCollection<Document> failing = handles.database().getCollection("failing");
      fill(failing, LateIndexes.LARGE + 1);
      LateIndexes late = new LateIndexes(handles.database());
      late.database()
          .getCollection("failing")
          .createIndex(Indexes.ascending("accountId"), new IndexOptions().name("later"));
      assertFalse(indexes(failing).contains("later"));
      set.failPoint(
          "failCommand",
          new Document("mode", new Document("times", 2))
              .append(
                  "data",
                  new Document("failCommands", List.of("createIndexes"))
                      .append("errorCode", 11600)));
      CountDownLatch done = new CountDownLatch(1);
      builds.add(late, done::countDown);
      await(() -> done.getCount() == 0);
      assertTrue(indexes(failing).contains("later"));
    }
  }
}
