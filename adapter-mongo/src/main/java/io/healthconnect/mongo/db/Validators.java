package io.healthconnect.mongo.db;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * Steps 2 and 3: what the server itself checks of documents, so that another program or a hand in a
 * shell cannot store one that sockets and lists would stumble over.
 */
final class Validators {
  private static final int EXISTS = 48;

  private static final Document TEXT = type("string");
  private static final Document NUMBER = type("long");
  private static final Document INSTANT = type("date");
  private static final Document FLAG = type("bool");
  private static final Document PARTS = type("array");
  private static final Document PART = type("object");
  private static final Document SMALL_NUMBER = type("int");

  private Validators() {}

  /** Step 2: what other people are told of. */
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

  /**
   * Step 3: the others. Not {@code migrations}, which only says which steps are done, and not the
   * files of images, whose shape belongs to the driver.
   */
  static void setOthers(MongoDatabase database) {
    doctors(database);
    set(database, CollectionName.PATIENTS, Map.of("emergencyContacts", PARTS, "version", NUMBER));
    set(database, CollectionName.SPECIALIZATIONS, Map.of("written", TEXT, "doctors", NUMBER));
    set(
        database,
        CollectionName.SESSIONS,
        Map.of("accountId", TEXT, "createdAt", INSTANT, "expiresAt", INSTANT));
    set(
        database,
        CollectionName.IDEMPOTENCY_KEYS,
        Map.of("fingerprint", TEXT, "expiresAt", INSTANT, "booked", PART));
    set(
        database,
        CollectionName.MEDIA,
        Map.of(
            "ownerId",
            TEXT,
            "type",
            TEXT,
            "width",
            SMALL_NUMBER,
            "height",
            SMALL_NUMBER,
            "upload",
            PART,
            "createdAt",
            INSTANT,
            "state",
            TEXT));
    set(
        database,
        CollectionName.CALLS,
        Map.of(
            "callerId",
            TEXT,
            "calleeId",
            TEXT,
            "people",
            PARTS,
            "live",
            FLAG,
            "media",
            TEXT,
            "state",
            TEXT,
            "startedAt",
            INSTANT,
            "version",
            NUMBER,
            "signals",
            PARTS));
    set(database, CollectionName.DEVICES, Map.of("accountId", TEXT, "nodeId", TEXT));
    set(database, CollectionName.NODES, Map.of("beats", NUMBER, "seenAt", INSTANT));
  }

  private static void doctors(MongoDatabase database) {
    set(
        database,
        CollectionName.DOCTORS,
        Map.ofEntries(
            Map.entry("name", TEXT),
            Map.entry("nameFolded", TEXT),
            Map.entry("specialization", TEXT),
            Map.entry("specializationFolded", TEXT),
            Map.entry("experience", SMALL_NUMBER),
            Map.entry("qualification", TEXT),
            Map.entry("about", TEXT),
            Map.entry("timeZone", TEXT),
            Map.entry("rules", PART),
            Map.entry("schedule", PARTS),
            Map.entry("overrides", PARTS),
            Map.entry("words", PARTS),
            Map.entry("rating", PART),
            Map.entry("version", NUMBER)));
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
