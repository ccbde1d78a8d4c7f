package io.healthconnect.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongod.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Makes the server record every command that scans a whole collection or sorts in memory. However
 * small a collection is, the server scans it only when no index can be used.
 */
public final class ScanWatch implements BeforeAllCallback, AfterAllCallback {
  private static final Bson SCANS =
      Filters.and(
          Filters.or(Filters.regex("planSummary", "COLLSCAN"), Filters.eq("hasSortStage", true)),
          // The command with which tests empty a collection.
          Filters.nor(
              Filters.and(
                  Filters.eq("op", "remove"), Filters.eq("command.q", new BsonDocument()))));

  /** A heartbeat reads the document of each node. It occurs only in the longer test classes. */
  private static final String HEARTBEAT = "nodes COLLSCAN";

  private final Set<String> expected;

  private ScanWatch(String... expected) {
    this.expected = new TreeSet<>(List.of(expected));
  }

  /**
   * Watches while the tests of a class run.
   *
   * @param expected the only commands that may be recorded: collection, plan, and {@code SORTED} if
   *     the server had to sort
   */
  public static ScanWatch expecting(String... expected) {
    return new ScanWatch(expected);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    TestDatabase database = TestDatabase.of(context);
    // Migrations read whole collections, but only once.
    MongoHandles.open(database.uri()).close();
    database.raw().runCommand(new Document("profile", 1).append("filter", SCANS.toBsonDocument()));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    MongoDatabase database = TestDatabase.of(context).raw();
    database.runCommand(new Document("profile", 0));
    Set<String> seen = new TreeSet<>();
    for (Document entry : database.getCollection("system.profile").find()) {
      seen.add(line(entry));
    }
    if (!expected.contains(HEARTBEAT)) {
      seen.remove(HEARTBEAT);
    }
    assertEquals(expected, seen);
  }

  private static String line(Document entry) {
    String namespace = entry.getString("ns");
    return namespace.substring(namespace.indexOf('.') + 1)
        + " "
        + entry.getString("planSummary")
        + (Boolean.TRUE.equals(entry.getBoolean("hasSortStage")) ? " SORTED" : "");
  }
}
