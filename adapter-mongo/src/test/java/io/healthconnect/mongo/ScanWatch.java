package io.healthconnect.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
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
 * Has the server keep every command that looks through a whole collection, or that sorts what it
 * found itself. However small a collection is, the server scans it only when no index serves.
 */
public final class ScanWatch implements BeforeAllCallback, AfterAllCallback {
  private static final Bson SCANS =
      Filters.and(
          Filters.or(Filters.regex("planSummary", "COLLSCAN"), Filters.eq("hasSortStage", true)),
          // How tests empty a collection.
          Filters.nor(
              Filters.and(
                  Filters.eq("op", "remove"), Filters.eq("command.q", new BsonDocument()))));

  private final Set<String> expected;

  private ScanWatch(String... expected) {
    this.expected = new TreeSet<>(List.of(expected));
  }

  /**
   * Watches while the tests of a class run.
   *
   * @param expected collection, plan, and {@code SORTED} where the server had to; nothing else
   */
  public static ScanWatch expecting(String... expected) {
    return new ScanWatch(expected);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    TestDatabase.of(context)
        .raw()
        .runCommand(new Document("profile", 1).append("filter", SCANS.toBsonDocument()));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    MongoDatabase database = TestDatabase.of(context).raw();
    database.runCommand(new Document("profile", 0));
    Set<String> seen = new TreeSet<>();
    for (Document entry : database.getCollection("system.profile").find()) {
      seen.add(line(entry));
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
