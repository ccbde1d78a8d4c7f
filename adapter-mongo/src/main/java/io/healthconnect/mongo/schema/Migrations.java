package io.healthconnect.mongo.schema;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Brings a database up to date, in numbered steps. Steps only go forward, and a released step never
 * changes. Nodes that start at the same time may run the same step concurrently, so each step must
 * be idempotent; creating an index and setting a validator are. A step has no deadline, because a
 * unique index of a large collection takes its time: the server continues to build it when the node
 * that asked is gone, and whoever asks again waits for the same build. Nodes that are running serve
 * meanwhile. For {@link LateIndexes} nobody waits: until they are built, the record of their step
 * says so, and each start asks for them again.
 */
public final class Migrations {
  private static final long FOREVER = 0;
  private static final String BUILDING = "building";

  private static final List<Consumer<MongoDatabase>> STEPS =
      List.of(
          Indexes::make,
          Validators::set,
          Validators::setOthers,
          HistoryCollections::make,
          SpellingMigration::run,
          Indexes::pairs,
          Indexes::resetTokens,
          StandingMigration::run,
          Indexes::audit,
          Indexes::erasures,
          Indexes::notices,
          Indexes::holds,
          Validators::setRunningLate,
          Indexes::retention,
          Indexes::outbox,
          Indexes::calendarLinks,
          ReminderMigration::run,
          Indexes::accountMails,
          AttendanceMigration::run,
          Indexes::push,
          NextFreeMigration::run,
          Indexes::languages,
          Indexes::statuses);

  private Migrations() {}

  /** How many steps there are. */
  public static int count() {
    return STEPS.size();
  }

  /**
   * @param builds builds the indexes that nobody need wait for
   * @return how many steps the database has completed, but for those indexes
   * @throws UnusableServerException if a newer release has run steps that this one does not know
   */
  public static int run(MongoDatabase database, IndexBuilds builds) {
    MongoDatabase patient = database.withTimeout(FOREVER, TimeUnit.MILLISECONDS);
    var done = database.getCollection(CollectionName.MIGRATIONS.text());
    refuseNewer(version(database));
    List<Runnable> later = new ArrayList<>();
    for (int number = 1; number <= STEPS.size(); number++) {
      Document step = done.find(Filters.eq("_id", number)).first();
      if (step == null || step.containsKey(BUILDING)) {
        LateIndexes late = new LateIndexes(patient);
        STEPS.get(number - 1).accept(late.database());
        record(done, number, late).ifPresent(built -> later.add(() -> builds.add(late, built)));
      }
    }
    // Servers refuse to change a collection, as later steps may, while they build an index of it.
    later.forEach(Runnable::run);
    return STEPS.size();
  }

  /** Returns what must be recorded once the late indexes are built; empty if there are none. */
  private static Optional<Runnable> record(
      MongoCollection<Document> done, int number, LateIndexes late) {
    var step = Filters.eq("_id", number);
    UpdateOptions upsert = new UpdateOptions().upsert(true);
    Bson built = Updates.unset(BUILDING);
    if (late.builds().isEmpty()) {
      done.updateOne(step, Updates.combine(Updates.currentDate("at"), built), upsert);
      return Optional.empty();
    }
    List<String> names = late.builds().stream().map(LateIndexes.Build::name).toList();
    done.updateOne(
        step, Updates.combine(Updates.currentDate("at"), Updates.set(BUILDING, names)), upsert);
    return Optional.of(() -> done.updateOne(step, built));
  }

  /** The number of the newest step that the database has behind it; 0 for none. */
  public static long version(MongoDatabase database) {
    var done = database.getCollection(CollectionName.MIGRATIONS.text());
    Document newest = done.find().sort(Sorts.descending("_id")).first();
    return newest == null ? 0 : newest.get("_id", Number.class).longValue();
  }

  private static void refuseNewer(long stored) {
    if (stored > STEPS.size()) {
      throw new UnusableServerException(
          "the database has schema version "
              + stored
              + ", this release knows versions up to "
              + STEPS.size()
              + ": start the newer release, or restore a backup from before the upgrade");
    }
  }
}
