package io.healthconnect.mongo.db;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * The unique indexes that promises of the stores rest on. A database in which somebody has dropped
 * one takes no part until it is made again.
 */
final class UniqueIndexes {
  private static final Map<CollectionName, List<String>> NEEDED =
      Map.of(
          CollectionName.ACCOUNTS, List.of("email"),
          CollectionName.APPOINTMENTS, List.of("doctorOccupied", "patientOccupied"),
          CollectionName.CALLS, List.of("live"),
          CollectionName.MESSAGES, List.of("conversation", "client"));

  private UniqueIndexes() {}

  /**
   * @return in how many collections there are some
   * @throws UnusableServerException if one is missing or not unique
   */
  static int verify(MongoDatabase database) {
    NEEDED.forEach(
        (collection, names) -> names.forEach(name -> verify(database, collection, name)));
    return NEEDED.size();
  }

  private static void verify(MongoDatabase database, CollectionName collection, String name) {
    for (Document index : database.getCollection(collection.text()).listIndexes()) {
      if (name.equals(index.getString("name")) && Boolean.TRUE.equals(index.getBoolean("unique"))) {
        return;
      }
    }
    throw new UnusableServerException(
        "the unique index " + name + " of the collection " + collection.text() + " is missing");
  }
}
