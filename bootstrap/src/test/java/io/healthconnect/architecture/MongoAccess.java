package io.healthconnect.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;

/** What the rules on MongoDB (M-12) look for. */
final class MongoAccess {
  /**
   * The classes that may write to many documents at once. The driver does not retry such a write,
   * so each of them writes in a transaction, deletes what nobody waits for, or is run again until
   * it is done.
   */
  static final Set<String> MANY =
      Set.of(
          "ReadMarks",
          "AppointmentHistories",
          "AppointmentWrites",
          "ContactFence",
          "MongoNoticeRepository",
          "NextFreeMigration",
          "NextFreeTimes",
          "NoticeWrites",
          "ReminderWrites",
          "MongoOutbox",
          "OutboxWrites",
          "AccountMailWrites",
          "MongoAccountMailQueue",
          "PushSubscriptionWrites",
          "MongoPushSubscriptions",
          "MongoSessionRepository",
          "MongoAccountAdministration",
          "MongoAuditLog",
          "AccountTokens",
          "EmailTokens",
          "RemovedMessages",
          "RemovedCalls",
          "IdempotencyKeys",
          "MongoHoldRepository",
          "MongoMediaRepository",
          "ShownImages",
          "MongoPresence");

  /**
   * The classes that may replace a whole document. Either it is an event, and then it keeps the
   * members of a newer release, or it is a new thing under the same identifier. Others change
   * members.
   */
  static final Set<String> REPLACING =
      Set.of(
          "AppointmentWrites",
          "MongoAttendanceRepository",
          "MongoLiveCalls",
          "MongoPresence",
          "HoldWrites",
          "IdempotencyKeys",
          "ReminderMigration",
          "SpellingMigration");

  private static final Set<String> OF_WHOLE = Set.of("replaceOne", "findOneAndReplace");

  private static final Set<String> FACTORIES =
      Set.of("getCollection", "withWriteConcern", "withReadConcern", "withReadPreference");
  private static final Set<String> OF_MANY = Set.of("updateMany", "deleteMany", "bulkWrite");

  /** Creates a handle, or one with other concerns. */
  static final DescribedPredicate<JavaAccess<?>> MAKES_HANDLES =
      DescribedPredicate.describe(
          "makes a handle",
          access -> isDriver(access) && FACTORIES.contains(access.getTarget().getName()));

  static final DescribedPredicate<JavaAccess<?>> WRITES_MANY =
      DescribedPredicate.describe(
          "writes to many documents",
          access -> isDriver(access) && OF_MANY.contains(access.getTarget().getName()));

  static final DescribedPredicate<JavaAccess<?>> REPLACES =
      DescribedPredicate.describe(
          "replaces a document",
          access -> isDriver(access) && OF_WHOLE.contains(access.getTarget().getName()));

  /** Parses JSON, or lets the server run code or match a pattern. */
  static final DescribedPredicate<JavaAccess<?>> PARSES =
      DescribedPredicate.describe(
          "makes a query of text",
          access ->
              isDriver(access)
                  && Set.of("parse", "where", "regex").contains(access.getTarget().getName()));

  private MongoAccess() {}

  private static boolean isDriver(JavaAccess<?> access) {
    String owner = access.getTarget().getOwner().getName();
    return owner.startsWith("com.mongodb.") || owner.startsWith("org.bson.");
  }
}
