package io.healthconnect.mongo.schema;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * Verifies the unique indexes that the guarantees of the stores depend on. A node refuses a
 * database that lacks one.
 */
public final class UniqueIndexes {
  private static final Map<CollectionName, List<String>> NEEDED =
      Map.of(
          CollectionName.ACCOUNTS, List.of("email"),
          CollectionName.APPOINTMENTS, List.of("doctorOccupied", "patientOccupied"),
          CollectionName.CALLS, List.of("live"),
          CollectionName.MESSAGES, List.of("conversation", "client"));

  private UniqueIndexes() {}

  /**
   * @return how many collections have such indexes
   * @throws UnusableServerException if one is missing or not unique
   */
  public static int verify(MongoDatabase database) {
    NEEDED.forEach(
        (collection, names) -> names.forEach(name -> verify(database, collection, name)));
    return NEEDED.size();
  }

  /** The collections and names of those that are missing or not unique. */
  static List<String> missing(MongoDatabase database) {
    return NEEDED.entrySet().stream()
        .flatMap(
            needed ->
                needed.getValue().stream()
                    .filter(name -> !isThere(database, needed.getKey(), name))
                    .map(name -> name + " of " + needed.getKey().text() + " is missing"))
        .sorted()
        .toList();
  }

  private static void verify(MongoDatabase database, CollectionName collection, String name) {
    if (!isThere(database, collection, name)) {
      throw new UnusableServerException(
          "the unique index " + name + " of the collection " + collection.text() + " is missing");
    }
  }

  private static boolean isThere(MongoDatabase database, CollectionName collection, String name) {
    for (Document index : database.getCollection(collection.text()).listIndexes()) {
      if (name.equals(index.getString("name")) && Boolean.TRUE.equals(index.getBoolean("unique"))) {
        return true;
      }
    }
    return false;
  }
}
