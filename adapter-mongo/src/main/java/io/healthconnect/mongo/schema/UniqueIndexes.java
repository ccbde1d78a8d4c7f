package io.healthconnect.mongo.schema;

import com.mongodb.client.MongoDatabase;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Verifies the unique indexes that the guarantees of the stores depend on. A node refuses a
 * database that lacks one.
 */
public final class UniqueIndexes {
  private static final Map<CollectionName, List<String>> NEEDED =
      Map.of(
          CollectionName.ACCOUNTS, List.of("calendarLink", "email"),
          CollectionName.APPOINTMENTS, List.of("doctorOccupied", "patientOccupied"),
          CollectionName.APPOINTMENT_CHANGES, List.of("appointment"),
          CollectionName.APPOINTMENT_NOTES, List.of("appointment"),
          CollectionName.CALLS, List.of("live"),
          CollectionName.MESSAGES, List.of("conversation", "client"),
          CollectionName.NOTICES, List.of("account"),
          CollectionName.PUSH_SUBSCRIPTIONS, List.of("session"),
          CollectionName.REMINDERS, List.of("appointment"));

  private UniqueIndexes() {}

  /**
   * @return how many collections have such indexes
   * @throws UnusableServerException if one is missing or not unique
   */
  public static int verify(MongoDatabase database) {
    List<String> missing = missing(database);
    if (!missing.isEmpty()) {
      throw new UnusableServerException("the unique index " + missing.get(0));
    }
    return NEEDED.size();
  }

  /** The names and collections of those that are missing or not unique. */
  static List<String> missing(MongoDatabase database) {
    return NEEDED.entrySet().stream()
        .flatMap(needed -> missing(database, needed.getKey().text(), needed.getValue()))
        .sorted()
        .toList();
  }

  private static Stream<String> missing(
      MongoDatabase database, String collection, List<String> names) {
    Set<String> there = new HashSet<>();
    for (Document index : database.getCollection(collection).listIndexes()) {
      if (index.getBoolean("unique", false)) {
        there.add(index.getString("name"));
      }
    }
    return names.stream()
        .filter(name -> !there.contains(name))
        .map(name -> name + " of " + collection + " is missing");
  }
}
