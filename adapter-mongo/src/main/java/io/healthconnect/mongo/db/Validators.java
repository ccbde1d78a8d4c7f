package io.healthconnect.mongo.db;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * Step 2: what the server itself checks of the documents that promises rest on, so that another
 * program or a hand in a shell cannot store one that sockets and lists would stumble over.
 */
final class Validators {
  private static final int EXISTS = 48;

  private static final Document TEXT = type("string");
  private static final Document NUMBER = type("long");
  private static final Document INSTANT = type("date");
  private static final Document FLAG = type("bool");
  private static final Document PARTS = type("array");

  private Validators() {}

  static void set(MongoDatabase database) {
    set(
        database,
        CollectionName.ACCOUNTS,
        Map.of("role", TEXT, "name", TEXT, "email", TEXT, "passwordHash", TEXT, "version", NUMBER));
    set(
        database,
        CollectionName.APPOINTMENTS,
        Map.of(
            "doctorId",
            TEXT,
            "patientId",
            TEXT,
            "startsAt",
            INSTANT,
            "endsAt",
            INSTANT,
            "status",
            TEXT,
            "occupying",
            FLAG,
            "opensContact",
            FLAG,
            "history",
            PARTS,
            "version",
            NUMBER));
    set(
        database,
        CollectionName.MESSAGES,
        Map.of(
            "conversation",
            TEXT,
            "seq",
            NUMBER,
            "senderId",
            TEXT,
            "receiverId",
            TEXT,
            "clientId",
            TEXT,
            "createdAt",
            INSTANT));
    set(database, CollectionName.EVENTS, Map.of("type", TEXT, "at", INSTANT));
  }

  private static void set(
      MongoDatabase database, CollectionName collection, Map<String, Document> members) {
    create(database, collection);
    Document schema =
        new Document("bsonType", "object")
            .append("required", List.copyOf(members.keySet()))
            .append("properties", new Document(Map.copyOf(members)));
    database.runCommand(
        new Document("collMod", collection.text())
            .append("validator", new Document("$jsonSchema", schema))
            .append("validationLevel", "strict")
            .append("validationAction", "error"));
  }

  /** Another node may be doing the same. */
  private static void create(MongoDatabase database, CollectionName collection) {
    try {
      database.createCollection(collection.text());
    } catch (MongoCommandException e) {
      if (e.getCode() != EXISTS) {
        throw e;
      }
    }
  }

  private static Document type(String bsonType) {
    return new Document("bsonType", bsonType);
  }
}
