package io.healthconnect.mongo.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.MongoWriteException;
import io.healthconnect.mongo.schema.CollectionName;
import io.healthconnect.mongo.schema.Migrations;
import io.healthconnect.mongo.schema.UnusableServerException;
import io.healthconnect.mongod.SecuredSet;
import io.healthconnect.mongod.Standalone;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.Race;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WithMongod
final class MongoHandlesTest {
  private static String refusal(String uri) {
    return assertThrows(UnusableServerException.class, () -> MongoHandles.open(uri)).getMessage();
  }

  /** M-10. */
  @ParameterizedTest
  @CsvSource({
    "w=0, w and journal must not weaken w=majority",
    "w=1, w and journal must not weaken w=majority",
    "w=majority&journal=false, w and journal must not weaken w=majority",
    "readConcernLevel=local, readConcernLevel must be majority",
    "readPreference=secondaryPreferred, readPreference must be primary",
    "retryWrites=false, retryWrites must not be false",
    "retryReads=false, retryReads must not be false",
    "directConnection=true, directConnection must not be true: a node must follow the replica set"
  })
  void m10RefusesAnAddressThatAsksForLess(String option, String problem) {
    assertEquals(
        "MONGODB_URI: " + problem, refusal("mongodb://user:secret@localhost:1/health?" + option));
  }

  @Test
  void refusesWhatIsNoAddressWithoutRepeatingIt() {
    for (String text : List.of("", "localhost:27017", "mongodb://u:p@ss@secret@x", "mongodb://")) {
      assertEquals(
          "MONGODB_URI: is not an address like"
              + " mongodb://host:27017/health-connect?replicaSet=rs0",
          refusal(text));
    }
  }

  @Test
  void refusesAnAddressThatNobodyAnswers() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertEquals(
        "MONGODB_URI: no answer from 127.0.0.1:" + port + " within 5 s",
        refusal("mongodb://user:secret@127.0.0.1:" + port + "/health"));
  }

  @Test
  void m10RefusesAServerOutsideAReplicaSet() {
    try (Standalone standalone = new Standalone()) {
      assertEquals(
          "MONGODB_URI: needs a replica set, and one member is enough: start mongod with --replSet"
              + " and run rs.initiate() once; this is a standalone server",
          refusal(standalone.uri()));
    }
  }

  @Test
  void saysWhichRightsAreMissing() {
    try (SecuredSet set = SecuredSet.start()) {
      String less = set.uri("health", List.of("readWrite"));
      assertEquals(
          "MONGODB_URI: the user needs the roles readWrite and dbAdmin on the database health",
          refusal(less));
      assertEquals(
          "MONGODB_URI: the server refuses the name or the password",
          refusal(less.replaceFirst(":[^:@/]+@", ":wrong@")));
      try (MongoHandles handles =
          MongoHandles.open(set.uri("health", List.of("readWrite", "dbAdmin")))) {
        assertTrue(handles.isHealthy());
        assertEquals(Migrations.count(), handles.facts().schema());
      }
    }
  }

  @Test
  void m10RefusesADatabaseWithoutAnIndexThatPromisesRestOn(TestDatabase database) {
    MongoHandles.open(database.uri()).close();
    database.raw().getCollection("messages").dropIndex("conversation");
    assertEquals(
        "MONGODB_URI: the unique index conversation of messages is missing",
        refusal(database.uri()));
    database.raw().drop();
  }

  @Test
  void refusesASchemaOfANewerReleaseAndLeavesItAlone(TestDatabase database) {
    MongoHandles.open(database.uri()).close();
    var migrations = database.raw().getCollection("migrations");
    migrations.insertOne(new Document("_id", 99));
    assertEquals(
        "MONGODB_URI: the database has schema version 99, this release knows versions up to "
            + Migrations.count()
            + ": start the newer release, or restore a backup from before the upgrade",
        refusal(database.uri()));
    migrations.deleteOne(new Document("_id", 99));
    MongoHandles.open(database.uri()).close();
  }

  @Test
  void migratesADatabaseFromManyNodesAtOnce(TestDatabase database) {
    database.raw().drop();
    List<Boolean> healthy =
        Race.of(
            8,
            i ->
                () -> {
                  try (MongoHandles handles = MongoHandles.open(database.uri())) {
                    return handles.isHealthy();
                  }
                });
    assertEquals(Collections.nCopies(8, true), healthy);
    assertEquals(Migrations.count(), database.raw().getCollection("migrations").countDocuments());
  }

  @Test
  void refusesToStoreWhatItCouldNotRead(TestDatabase database) {
    MongoHandles.open(database.uri()).close();
    for (CollectionName collection : CollectionName.values()) {
      if (collection != CollectionName.MIGRATIONS) {
        MongoWriteException e =
            assertThrows(
                MongoWriteException.class,
                () ->
                    database
                        .raw()
                        .getCollection(collection.text())
                        .insertOne(new Document("seq", "x")));
        assertEquals(121, e.getCode(), collection.text());
      }
    }
  }

  @Test
  void describesTheSetForOperators(TestDatabase database) {
    database.raw().drop();
    try (MongoHandles handles = MongoHandles.open(database.uri())) {
      SetFacts before = handles.facts();
      assertTrue(before.version().matches("\\d+\\.\\d+\\.\\d+"), before.version());
      assertEquals(Migrations.count(), before.schema());
      assertEquals(0, before.nodes());
      assertTrue(before.bytes() > 0);
      assertTrue(before.freeBytes().orElseThrow() > 0);
      handles
          .collection(CollectionName.NODES)
          .insertOne(new Document("_id", "one").append("beats", 1L).append("seenAt", new Date()));
      SetFacts after = handles.facts();
      assertEquals(1, after.nodes());
      assertTrue(after.newestSecond() >= before.newestSecond());
    }
  }

  @Test
  void followsTheSetAlsoFromTheAddressOfOneMember(TestDatabase database) {
    String bare = database.uri().replaceFirst("\\?.*", "");
    try (MongoHandles handles = MongoHandles.open(bare)) {
      assertTrue(handles.isHealthy());
    }
  }
}
