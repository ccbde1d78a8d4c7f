package io.healthconnect.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Has the server keep every command that looks through a whole collection, or that sorts what it
 * found itself. However small a collection is, the server scans it only when no index serves.
 */
public final class ScanWatch {
  private static final Bson SCANS =
      Filters.and(
          Filters.or(Filters.regex("planSummary", "COLLSCAN"), Filters.eq("hasSortStage", true)),
          // How tests empty a collection.
          Filters.nor(
              Filters.and(
                  Filters.eq("op", "remove"), Filters.eq("command.q", new BsonDocument()))));

  private final MongoDatabase database;

  private ScanWatch(MongoDatabase database) {
    this.database = database;
  }

  public static ScanWatch begin(MongoDatabase database) {
    database.runCommand(new Document("profile", 1).append("filter", SCANS.toBsonDocument()));
    return new ScanWatch(database);
  }

  /**
   * Ends the watch.
   *
   * @param expected collection, plan, and {@code SORTED} where the server had to
   */
  public void assertOnly(Set<String> expected) {
    database.runCommand(new Document("profile", 0));
    Set<String> seen = new TreeSet<>();
    for (Document entry : database.getCollection("system.profile").find()) {
      seen.add(line(entry));
    }
    assertEquals(new TreeSet<>(expected), seen);
  }

  private static String line(Document entry) {
    String namespace = entry.getString("ns");
    return namespace.substring(namespace.indexOf('.') + 1)
        + " "
        + entry.getString("planSummary")
        + (Boolean.TRUE.equals(entry.getBoolean("hasSortStage")) ? " SORTED" : "");
  }
}
