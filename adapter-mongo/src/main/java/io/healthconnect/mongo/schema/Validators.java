package io.healthconnect.mongo.schema;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.bson.Document;

/**
 * Steps 2 and 3: the schema that the server checks, so that another program or an operator in a
 * shell cannot store a document that this server fails to read.
 */
final class Validators {
  private static final int EXISTS = 48;

  private Validators() {}

  /** Members of one BSON type. */
  private record Members(String bsonType, List<String> names) {}

  private static Members text(String... names) {
    return new Members("string", List.of(names));
  }

  private static Members numbers(String... names) {
    return new Members("long", List.of(names));
  }

  private static Members smallNumbers(String... names) {
    return new Members("int", List.of(names));
  }

  private static Members instants(String... names) {
    return new Members("date", List.of(names));
  }

  private static Members flags(String... names) {
    return new Members("bool", List.of(names));
  }

  private static Members part(String... names) {
    return new Members("object", List.of(names));
  }

  private static Members parts(String... names) {
    return new Members("array", List.of(names));
  }

  /** Step 2: the collections whose documents reach other people. */
  static void set(MongoDatabase database) {
    set(
        database,
        CollectionName.ACCOUNTS,
        text("role", "name", "email", "passwordHash"),
        numbers("version"));
    set(
        database,
        CollectionName.APPOINTMENTS,
        text("doctorId", "patientId", "status"),
        instants("startsAt", "endsAt"),
        flags("occupying", "opensContact"),
        parts("history"),
        numbers("version"));
    set(
        database,
        CollectionName.MESSAGES,
        text("conversation", "senderId", "receiverId", "clientId"),
        numbers("seq"),
        instants("createdAt"));
    set(database, CollectionName.EVENTS, text("type"), instants("at"));
  }

  /**
   * Step 3: the remaining collections. Not {@code migrations}, which only lists the completed
   * steps, and not the files of images, whose form belongs to the driver.
   */
  static void setOthers(MongoDatabase database) {
    set(
        database,
        CollectionName.DOCTORS,
        text("name", "nameFolded", "specialization", "specializationFolded"),
        text("qualification", "about", "timeZone"),
        smallNumbers("experience"),
        part("rules", "rating"),
        parts("schedule", "overrides", "words"),
        numbers("version"));
    set(database, CollectionName.PATIENTS, parts("emergencyContacts"), numbers("version"));
    set(database, CollectionName.SPECIALIZATIONS, text("written"), numbers("doctors"));
    set(database, CollectionName.SESSIONS, text("accountId"), instants("createdAt", "expiresAt"));
    set(
        database,
        CollectionName.IDEMPOTENCY_KEYS,
        text("fingerprint"),
        instants("expiresAt"),
        part("booked"));
    set(
        database,
        CollectionName.MEDIA,
        text("ownerId", "type", "state"),
        smallNumbers("width", "height"),
        part("upload"),
        instants("createdAt"));
    set(
        database,
        CollectionName.CALLS,
        text("callerId", "calleeId", "media", "state"),
        parts("people", "signals"),
        flags("live"),
        instants("startedAt"),
        numbers("version"));
    set(database, CollectionName.DEVICES, text("accountId", "nodeId"));
    set(database, CollectionName.NODES, numbers("beats"), instants("seenAt"));
  }

  /** Part of step 4: the notes and status changes of appointments. */
  static void setHistory(MongoDatabase database) {
    set(
        database,
        CollectionName.APPOINTMENT_NOTES,
        text("appointmentId", "text"),
        smallNumbers("position"),
        instants("at"));
    set(
        database,
        CollectionName.APPOINTMENT_CHANGES,
        text("appointmentId", "to"),
        smallNumbers("position"),
        instants("at"));
  }

  /** Part of step 7. */
  static void setResetTokens(MongoDatabase database) {
    set(
        database,
        CollectionName.RESET_TOKENS,
        text("accountId"),
        instants("createdAt", "expiresAt"));
  }

  /** Part of step 9. */
  static void setAudit(MongoDatabase database) {
    set(database, CollectionName.AUDIT, text("action", "previous", "hash"), instants("at"));
  }

  /** Part of step 11. */
  static void setNotices(MongoDatabase database) {
    set(
        database,
        CollectionName.NOTICES,
        text("accountId", "kind"),
        numbers("seq"),
        instants("at"));
  }

  /** Part of step 12. */
  static void setHolds(MongoDatabase database) {
    set(
        database,
        CollectionName.HOLDS,
        text("holdId", "doctorId"),
        instants("startsAt", "endsAt", "expiresAt"));
  }

  /** Step 13: who is running late. */
  static void setRunningLate(MongoDatabase database) {
    set(database, CollectionName.RUNNING_LATE, smallNumbers("minutes"), instants("since"));
  }

  /** Part of step 15. */
  static void setOutbox(MongoDatabase database, CollectionName outbox) {
    set(
        database,
        outbox,
        text("accountId", "kind"),
        numbers("seq"),
        smallNumbers("tries"),
        instants("at"));
  }

  /** Part of step 18. */
  static void setAccountMails(MongoDatabase database) {
    set(
        database,
        CollectionName.EMAIL_TOKENS,
        text("accountId", "email"),
        instants("createdAt", "expiresAt"));
    set(
        database,
        CollectionName.ACCOUNT_MAILS,
        text("kind", "email"),
        smallNumbers("tries"),
        instants("askedAt", "expiresAt"));
  }

  /** Part of step 20. */
  static void setPush(MongoDatabase database) {
    setOutbox(database, CollectionName.PUSH_OUTBOX);
    set(
        database,
        CollectionName.PUSH_SUBSCRIPTIONS,
        text("accountId", "sessionId", "endpoint", "p256dh", "auth"),
        instants("createdAt", "expiresAt"));
    set(database, CollectionName.VAPID_KEYS, text("privateKey", "publicKey"));
  }

  /** Part of step 17. */
  static void setReminders(MongoDatabase database) {
    set(database, CollectionName.REMINDERS, text("appointmentId", "accountId"), instants("dueAt"));
    set(database, CollectionName.NOTICE_SETTINGS, part("kinds"), parts("reminderMinutes"));
  }

  /** Part of step 19. */
  static void setAttendances(MongoDatabase database) {
    set(
        database,
        CollectionName.ATTENDANCES,
        text("doctorId", "patientId"),
        instants("since", "seenAt"),
        parts("devices"));
  }

  private static void set(MongoDatabase database, CollectionName collection, Members... members) {
    create(database, collection);
    Document properties = new Document();
    for (Members each : members) {
      each.names()
          .forEach(name -> properties.append(name, new Document("bsonType", each.bsonType())));
    }
    Document schema =
        new Document("bsonType", "object")
            .append("required", List.copyOf(properties.keySet()))
            .append("properties", properties);
    database.runCommand(
        new Document("collMod", collection.text())
            .append("validator", new Document("$jsonSchema", schema))
            .append("validationLevel", "strict")
            .append("validationAction", "error"));
  }

  /** Creates the collection, which another node may be doing at the same time. */
  private static void create(MongoDatabase database, CollectionName collection) {
    try {
      database.createCollection(collection.text());
    } catch (MongoCommandException e) {
      if (e.getCode() != EXISTS) {
        throw e;
      }
    }
  }
}
