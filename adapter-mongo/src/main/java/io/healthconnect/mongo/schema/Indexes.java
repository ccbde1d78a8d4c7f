package io.healthconnect.mongo.schema;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import java.util.concurrent.TimeUnit;
import org.bson.conversions.Bson;

/** The indexes of step 1 and of later steps. docs/mongodb.md lists their names and purposes. */
final class Indexes {
  private Indexes() {}

  static void make(MongoDatabase database) {
    people(database);
    appointments(database);
    messages(database);
    media(database);
    calls(database);
    index(
        database,
        CollectionName.EVENTS,
        ascending("at"),
        new IndexOptions().name("expiry").expireAfter(1L, TimeUnit.HOURS));
  }

  private static void people(MongoDatabase database) {
    unique(database, CollectionName.ACCOUNTS, "email", ascending("email"));
    plain(database, CollectionName.SESSIONS, "account", ascending("accountId"));
    plain(database, CollectionName.SESSIONS, "expiry", ascending("expiresAt"));
    plain(database, CollectionName.DOCTORS, "name", ascending("nameFolded", "_id"));
    plain(
        database,
        CollectionName.DOCTORS,
        "rating",
        descending("rating.hundredths", "rating.count", "_id"));
    plain(database, CollectionName.DOCTORS, "experience", descending("experience", "_id"));
    plain(database, CollectionName.DOCTORS, "words", ascending("words"));
    plain(
        database,
        CollectionName.DOCTORS,
        "specialization",
        ascending("specializationFolded", "nameFolded", "_id"));
  }

  private static void appointments(MongoDatabase database) {
    CollectionName appointments = CollectionName.APPOINTMENTS;
    plain(database, appointments, "doctor", ascending("doctorId", "startsAt", "_id"));
    plain(database, appointments, "patient", ascending("patientId", "startsAt", "_id"));
    Bson occupying = Filters.eq("occupying", true);
    partial(
        database,
        appointments,
        "doctorOccupied",
        ascending("doctorId", "startsAt"),
        occupying,
        true);
    partial(
        database,
        appointments,
        "patientOccupied",
        ascending("patientId", "startsAt"),
        occupying,
        true);
    plain(
        database,
        appointments,
        "doctorContact",
        ascending("doctorId", "opensContact", "patientId"));
    plain(
        database,
        appointments,
        "patientContact",
        ascending("patientId", "opensContact", "doctorId"));
    partial(
        database,
        appointments,
        "reviews",
        compoundIndex(ascending("doctorId"), descending("review.createdAt", "_id")),
        Filters.exists("review.createdAt"),
        false);
    plain(database, CollectionName.IDEMPOTENCY_KEYS, "expiry", ascending("expiresAt"));
  }

  /** The appointments of two people with each other, for either of them. */
  static void pairs(MongoDatabase database) {
    plain(
        database,
        CollectionName.APPOINTMENTS,
        "pair",
        ascending("doctorId", "patientId", "startsAt", "_id"));
  }

  /** Step 23: the appointments of a person in some statuses. */
  static void statuses(MongoDatabase database) {
    CollectionName appointments = CollectionName.APPOINTMENTS;
    plain(
        database, appointments, "doctorStatus", ascending("doctorId", "status", "startsAt", "_id"));
    plain(
        database,
        appointments,
        "patientStatus",
        ascending("patientId", "status", "startsAt", "_id"));
  }

  private static void messages(MongoDatabase database) {
    CollectionName messages = CollectionName.MESSAGES;
    unique(database, messages, "conversation", ascending("conversation", "seq"));
    unique(database, messages, "client", ascending("senderId", "clientId"));
    partial(
        database,
        messages,
        "heads",
        descending("heads", "createdAt", "conversation"),
        Filters.exists("heads"),
        false);
    partial(
        database,
        messages,
        "unread",
        ascending("receiverId", "conversation", "seq"),
        Filters.eq("unread", true),
        false);
  }

  private static void media(MongoDatabase database) {
    plain(database, CollectionName.MEDIA, "owner", ascending("ownerId", "createdAt"));
    plain(database, CollectionName.MEDIA, "state", ascending("state", "createdAt", "_id"));
  }

  private static void calls(MongoDatabase database) {
    CollectionName calls = CollectionName.CALLS;
    Bson live = Filters.eq("live", true);
    partial(database, calls, "live", ascending("people"), live, true);
    partial(database, calls, "deadline", ascending("live", "deadline"), live, false);
    partial(
        database,
        calls,
        "log",
        compoundIndex(ascending("people"), descending("startedAt", "_id")),
        Filters.eq("live", false),
        false);
    plain(database, CollectionName.DEVICES, "account", ascending("accountId"));
    plain(database, CollectionName.DEVICES, "node", ascending("nodeId"));
    index(
        database,
        CollectionName.NODES,
        ascending("seenAt"),
        new IndexOptions().name("expiry").expireAfter(1L, TimeUnit.DAYS));
  }

  /** Step 7: the reset tokens. */
  static void resetTokens(MongoDatabase database) {
    plain(
        database,
        CollectionName.RESET_TOKENS,
        "account",
        compoundIndex(ascending("accountId"), descending("createdAt", "_id")));
    plain(database, CollectionName.RESET_TOKENS, "expiry", ascending("expiresAt"));
    Validators.setResetTokens(database);
  }

  /** Step 9: the audit log. */
  static void audit(MongoDatabase database) {
    plain(
        database,
        CollectionName.AUDIT,
        "subject",
        compoundIndex(ascending("subjectId"), descending("_id")));
    Validators.setAudit(database);
  }

  /** Step 10: accounts whose erasure is not finished. */
  static void erasures(MongoDatabase database) {
    partial(
        database,
        CollectionName.ACCOUNTS,
        "erasing",
        ascending("erasedAt", "_id"),
        Filters.eq("erasing", true),
        false);
  }

  /** Step 11: the notices. */
  static void notices(MongoDatabase database) {
    Bson numbered = ascending("accountId", "seq");
    unique(database, CollectionName.NOTICES, "account", numbered);
    partial(
        database, CollectionName.NOTICES, "unread", numbered, Filters.eq("unread", true), false);
    Validators.setNotices(database);
  }

  /** Step 12: the holds. */
  static void holds(MongoDatabase database) {
    plain(database, CollectionName.HOLDS, "doctor", ascending("doctorId", "startsAt"));
    plain(database, CollectionName.HOLDS, "expiry", ascending("expiresAt"));
    Validators.setHolds(database);
  }

  /** Step 14: the erased accounts whose appointments are kept for a time. */
  static void retention(MongoDatabase database) {
    partial(
        database,
        CollectionName.ACCOUNTS,
        "retained",
        ascending("retentionEnded", "erasedAt", "_id"),
        Filters.exists("erasedAt"),
        false);
  }

  /** Step 15: the outbox. */
  static void outbox(MongoDatabase database) {
    outbox(database, CollectionName.OUTBOX);
    Validators.setOutbox(database, CollectionName.OUTBOX);
  }

  /**
   * Step 20: Web Push. Its outbox is a collection of its own, since releases before this step would
   * mail what they find in the other.
   */
  static void push(MongoDatabase database) {
    CollectionName subscriptions = CollectionName.PUSH_SUBSCRIPTIONS;
    plain(database, subscriptions, "account", ascending("accountId", "createdAt", "_id"));
    unique(database, subscriptions, "session", ascending("sessionId"));
    plain(database, subscriptions, "expiry", ascending("expiresAt"));
    outbox(database, CollectionName.PUSH_OUTBOX);
    Validators.setPush(database);
  }

  private static void outbox(MongoDatabase database, CollectionName outbox) {
    Bson waits = Filters.exists("dueAt");
    plain(database, outbox, "account", ascending("accountId"));
    partial(database, outbox, "due", ascending("dueAt", "_id"), waits, false);
    plain(database, outbox, "age", ascending("at"));
    partial(database, outbox, "failed", ascending("failedAt"), Filters.exists("failedAt"), false);
  }

  /** Step 16: the links of calendar feeds. */
  static void calendarLinks(MongoDatabase database) {
    partial(
        database,
        CollectionName.ACCOUNTS,
        "calendarLink",
        ascending("calendarLink.hash"),
        Filters.exists("calendarLink.hash"),
        true);
  }

  /** Part of step 17. */
  static void reminders(MongoDatabase database) {
    CollectionName reminders = CollectionName.REMINDERS;
    unique(database, reminders, "appointment", ascending("appointmentId", "accountId", "dueAt"));
    plain(database, reminders, "due", ascending("dueAt", "appointmentId", "accountId"));
    plain(database, reminders, "account", ascending("accountId"));
    Validators.setReminders(database);
  }

  /** Step 18: the confirmation of addresses, and mails about access to accounts. */
  static void accountMails(MongoDatabase database) {
    CollectionName tokens = CollectionName.EMAIL_TOKENS;
    plain(
        database,
        tokens,
        "account",
        compoundIndex(ascending("accountId"), descending("createdAt", "_id")));
    plain(database, tokens, "expiry", ascending("expiresAt"));
    CollectionName mails = CollectionName.ACCOUNT_MAILS;
    partial(database, mails, "due", ascending("dueAt", "_id"), Filters.exists("dueAt"), false);
    plain(database, mails, "expiry", ascending("expiresAt"));
    plain(database, mails, "account", ascending("accountId"));
    plain(database, mails, "address", ascending("email"));
    Validators.setAccountMails(database);
  }

  /** Part of step 19. */
  static void attendances(MongoDatabase database) {
    CollectionName attendances = CollectionName.ATTENDANCES;
    Bson waits = Filters.exists("checkAt");
    partial(database, attendances, "due", ascending("checkAt"), waits, false);
    partial(database, attendances, "doctor", ascending("doctorId"), waits, false);
    partial(database, attendances, "patient", ascending("patientId"), waits, false);
    Validators.setAttendances(database);
  }

  /** Part of step 21. */
  static void nextFree(MongoDatabase database) {
    bySoonest(database, "shown", ascending("hidden"));
    bySoonest(database, "specialists", ascending("hidden", "specializationFolded"));
    plain(database, CollectionName.DOCTORS, "nextFreeDue", ascending("nextFreeDue", "_id"));
  }

  /** Step 22: the directory of one language, in each of its orders. */
  static void languages(MongoDatabase database) {
    Bson spoken = ascending("hidden", "languages");
    directory(database, "speakers", spoken);
    bySoonest(database, "speakers", spoken);
  }

  /** The directory of some doctors, in each of its orders but that by the next free time. */
  private static void directory(MongoDatabase database, String who, Bson selected) {
    CollectionName doctors = CollectionName.DOCTORS;
    Bson name = ascending("nameFolded", "_id");
    Bson rating = descending("rating.hundredths", "rating.count", "_id");
    Bson experience = descending("experience", "_id");
    plain(database, doctors, who + "ByName", compoundIndex(selected, name));
    plain(database, doctors, who + "ByRating", compoundIndex(selected, rating));
    plain(database, doctors, who + "ByExperience", compoundIndex(selected, experience));
  }

  private static void bySoonest(MongoDatabase database, String who, Bson selected) {
    Bson soonest = ascending("nextFreeAt", "nameFolded", "_id");
    plain(database, CollectionName.DOCTORS, who + "BySoonest", compoundIndex(selected, soonest));
  }

  /** Part of step 8. */
  static void standing(MongoDatabase database) {
    directory(database, "shown", ascending("hidden"));
    directory(database, "specialists", ascending("hidden", "specializationFolded"));
    CollectionName accounts = CollectionName.ACCOUNTS;
    Bson newest = descending("createdAt", "_id");
    plain(database, accounts, "newest", newest);
    plain(database, accounts, "role", compoundIndex(ascending("role"), newest));
    plain(database, accounts, "words", ascending("words"));
    partial(
        database,
        accounts,
        "approval",
        compoundIndex(ascending("approval"), newest),
        Filters.exists("approval"),
        false);
    partial(
        database,
        accounts,
        "disabled",
        compoundIndex(ascending("disabled"), newest),
        Filters.eq("disabled", true),
        false);
  }

  private static void plain(MongoDatabase database, CollectionName in, String name, Bson keys) {
    index(database, in, keys, new IndexOptions().name(name));
  }

  private static void unique(MongoDatabase database, CollectionName in, String name, Bson keys) {
    index(database, in, keys, new IndexOptions().name(name).unique(true));
  }

  private static void partial(
      MongoDatabase database,
      CollectionName in,
      String name,
      Bson keys,
      Bson filter,
      boolean unique) {
    index(
        database,
        in,
        keys,
        new IndexOptions().name(name).unique(unique).partialFilterExpression(filter));
  }

  private static void index(
      MongoDatabase database, CollectionName in, Bson keys, IndexOptions options) {
    database.getCollection(in.text()).createIndex(keys, options);
  }
}
