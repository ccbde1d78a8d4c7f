package io.healthconnect.benchmarks.audit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.healthconnect.benchmarks.server.MongoSettings;
import io.healthconnect.mongod.ReplicaSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.bson.Document;

/** A replica set of one member. */
final class MongoStore implements FilledStore {
  private static final String DATABASE = "health-connect";
  private static final int BATCH = 10_000;

  /** What the server reads for a page of 100. */
  private static final long MOST_READ = 101;

  private final ReplicaSet set = ReplicaSet.start(1);
  private final MongoClient client = MongoClients.create(set.uri());
  private final MongoDatabase database = client.getDatabase(DATABASE);
  private final MongoCollection<Document> audit = database.getCollection("audit");

  @Override
  public Map<String, String> settings() {
    return MongoSettings.of(set, DATABASE);
  }

  @Override
  public void makeAdmin(String accountId) {
    database
        .getCollection("accounts")
        .updateOne(Filters.eq("_id", accountId), Updates.set("role", "admin"));
  }

  @Override
  public long fill(long entries, Duration limit) {
    long until = System.nanoTime() + limit.toNanos();
    Document last = audit.find().sort(Sorts.descending("_id")).limit(1).first();
    long number = last == null ? 0 : last.getLong("_id");
    while (number < entries && System.nanoTime() < until) {
      List<Document> batch = new ArrayList<>(BATCH);
      for (int i = 0; i < BATCH && number < entries; i++) {
        number++;
        batch.add(
            new Document("_id", number)
                .append("action", "record_read")
                .append("at", new Date(Entries.FIRST_AT + number * 1_000))
                .append("previous", Entries.HASH)
                .append("hash", Entries.HASH)
                .append("actorId", Entries.actor(number))
                .append("sessionId", "session")
                .append("subjectId", Entries.subject(number, entries)));
      }
      audit.insertMany(batch, new InsertManyOptions().ordered(false));
    }
    return number;
  }

  @Override
  public void watch() {
    database.runCommand(
        new Document("profile", 2)
            .append("filter", new Document("ns", DATABASE + ".audit").append("op", "query")));
  }

  @Override
  public List<String> plans() {
    TreeSet<String> plans = new TreeSet<>();
    for (Document read : database.getCollection("system.profile").find()) {
      Object examined = Objects.requireNonNullElse(read.get("docsExamined"), 0);
      plans.add(
          read.getString("planSummary")
              + (((Number) examined).longValue() <= MOST_READ ? "" : ", examined " + examined));
    }
    return List.copyOf(plans);
  }

  @Override
  public long bytes() {
    Document stats = database.runCommand(new Document("collStats", "audit"));
    return stats.get("storageSize", Number.class).longValue()
        + stats.get("totalIndexSize", Number.class).longValue();
  }

  @Override
  public void close() {
    client.close();
    set.close();
  }
}
