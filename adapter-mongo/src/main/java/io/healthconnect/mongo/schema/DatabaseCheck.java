package io.healthconnect.mongo.schema;

import com.mongodb.client.MongoDatabase;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/**
 * Checks that the database is as the migrations left it: the version of the schema, the unique
 * indexes that guarantees depend on, and the validators. Damage to the files is MongoDB's to find.
 */
public final class DatabaseCheck {
  private DatabaseCheck() {}

  /** The problems found, by the part that was checked. No line quotes stored data. */
  public static Map<String, List<String>> run(MongoDatabase database) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    found.put("connection", List.of());
    long version = Migrations.version(database);
    found.put("schema version " + version, version(version));
    found.put("unique indexes", UniqueIndexes.missing(database));
    found.put("validators", unchecked(database));
    return found;
  }

  private static List<String> version(long stored) {
    int known = Migrations.count();
    if (stored == known) {
      return List.of();
    }
    return List.of(
        stored < known
            ? "this release works with version " + known + ": its server changes it at the start"
            : "this release knows versions up to " + known + ": use the jar of the newer release");
  }

  /** Whether the schema is that of this release. */
  public static boolean isCurrent(MongoDatabase database) {
    return version(Migrations.version(database)).isEmpty();
  }

  /**
   * @return the version
   * @throws UnusableServerException if the schema is that of another release
   */
  public static long requireSchema(MongoDatabase database) {
    long version = Migrations.version(database);
    List<String> problems = version(version);
    if (!problems.isEmpty()) {
      throw new UnusableServerException(
          "the database has another schema version: " + problems.get(0));
    }
    return version;
  }

  /** The collections in which the server does not refuse a wrong document. */
  private static List<String> unchecked(MongoDatabase database) {
    Set<String> checked = new HashSet<>();
    for (Document collection : database.listCollections()) {
      Document options = collection.get("options", new Document());
      if (options.containsKey("validator")
          && "strict".equals(options.getString("validationLevel"))
          && "error".equals(options.getString("validationAction"))) {
        checked.add(collection.getString("name"));
      }
    }
    return EnumSet.complementOf(EnumSet.of(CollectionName.MIGRATIONS)).stream()
        .map(CollectionName::text)
        .filter(name -> !checked.contains(name))
        .map(name -> "documents of " + name + " are not checked by the server")
        .toList();
  }
}
