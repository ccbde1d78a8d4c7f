package io.healthconnect.mongo.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoDatabase;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithMongod
final class DatabaseCheckTest {
  private static List<String> wrong(TestDatabase test) {
    try (MongoHandles guest = MongoHandles.openAsGuest(test.uri())) {
      Map<String, List<String>> found = DatabaseCheck.run(guest.database());
      assertEquals(4, found.size());
      return found.values().stream().flatMap(List::stream).toList();
    }
  }

  @BeforeEach
  void emptyDatabase(TestDatabase test) {
    test.raw().drop();
  }

  @Test
  void findsDifferencesFromTheMigratedSchemaAndChangesNothing(TestDatabase test) {
    MongoDatabase database = test.raw();
    assertTrue(wrong(test).get(0).startsWith("this release works with version "));
    assertEquals(List.of(), database.listCollectionNames().into(new ArrayList<>()));
    MongoHandles.open(test.uri()).close();
    assertEquals(List.of(), wrong(test));
    database.getCollection("accounts").dropIndex("email");
    database.runCommand(new Document("collMod", "messages").append("validationLevel", "off"));
    assertEquals(
        List.of(
            "email of accounts is missing", "documents of messages are not checked by the server"),
        wrong(test));
    database.getCollection("migrations").insertOne(new Document("_id", 99));
    assertTrue(wrong(test).get(0).startsWith("this release knows versions up to "));
  }

  @Test
  void missesEachUniqueIndexThatTheMigrationsMake(TestDatabase test) {
    MongoHandles.open(test.uri()).close();
    List<String> expected = new ArrayList<>();
    for (String collection : test.raw().listCollectionNames().into(new TreeSet<>())) {
      List<Document> indexes =
          test.raw().getCollection(collection).listIndexes().into(new ArrayList<>());
      for (Document index : indexes) {
        if (index.getBoolean("unique", false)) {
          String name = index.getString("name");
          test.raw().getCollection(collection).dropIndex(name);
          expected.add(name + " of " + collection + " is missing");
        }
      }
    }
    assertTrue(expected.size() > 10, expected::toString);
    assertEquals(expected.stream().sorted().toList(), wrong(test));
  }
}
