package io.healthconnect.system;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Makes the server record every command, and reports the forms of the commands. */
final class ProfiledQueries {
  private static final long BYTES = 256L * 1024 * 1024;

  /**
   * The parts of a command that determine which documents it reads, changes or returns, and how.
   */
  private static final List<String> PARTS =
      List.of("filter", "q", "query", "u", "update", "pipeline", "sort", "projection", "hint");

  private static final Bson OF_PROGRAM = Filters.eq("appName", "health-connect");

  private final MongoDatabase database;

  private ProfiledQueries(MongoDatabase database) {
    this.database = database;
  }

  static ProfiledQueries begin(MongoDatabase database) {
    database.createCollection(
        "system.profile", new CreateCollectionOptions().capped(true).sizeInBytes(BYTES));
    database.runCommand(new Document("profile", 2));
    return new ProfiledQueries(database);
  }

  /** How many commands were recorded; the first of them must still be there. */
  long count() {
    Document size = database.runCommand(new Document("collStats", "system.profile"));
    if (size.get("size", Number.class).longValue() > BYTES * 9 / 10) {
      throw new AssertionError("the profile is full");
    }
    return size.get("count", Number.class).longValue();
  }

  /**
   * The forms of the program's commands: operation, collection, and the members of the parts, with
   * types in place of values.
   */
  Set<String> shapes() {
    Set<String> shapes = new TreeSet<>();
    for (Document entry : database.getCollection("system.profile").find(OF_PROGRAM)) {
      String namespace = entry.getString("ns");
      Document command = entry.get("command", Document.class);
      if (command != null) {
        shapes.add(
            entry.getString("op")
                + " "
                + namespace.substring(namespace.indexOf('.') + 1)
                + PARTS.stream()
                    .filter(command::containsKey)
                    .map(part -> " " + part + shape(command.get(part)))
                    .collect(Collectors.joining()));
      }
    }
    return shapes;
  }

  /** The names of all stored members, with their collection and enclosing members. */
  Set<String> storedMembers() {
    Set<String> names = new TreeSet<>();
    for (String collection : database.listCollectionNames()) {
      if (!collection.startsWith("system.")) {
        database.getCollection(collection).find().forEach(found -> add(names, collection, found));
      }
    }
    return names;
  }

  private static void add(Set<String> names, String at, Object value) {
    if (value instanceof Document document) {
      document.forEach(
          (name, member) -> {
            names.add(at + " " + name);
            add(names, at + " " + name, member);
          });
    } else if (value instanceof List<?> list) {
      list.forEach(element -> add(names, at, element));
    }
  }

  private static String shape(Object value) {
    if (value instanceof Document document) {
      return document.entrySet().stream()
          .map(member -> member.getKey() + ":" + shape(member.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream()
          .map(ProfiledQueries::shape)
          .collect(Collectors.toCollection(TreeSet::new))
          .toString();
    }
    return value == null ? "null" : value.getClass().getSimpleName();
  }
}
