package io.healthconnect.mongo.db;

import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the transactions that a killed node has left open. What they wrote stays locked until then;
 * the server itself waits {@code transactionLifetimeLimitSeconds} for that, a minute by default. A
 * transaction of a living node is over by its deadline, so an older one that is at rest has no
 * owner; an owner that only stood still has to repeat its work, as after any conflict.
 */
final class AbandonedTransactions {
  private static final Logger LOG = LoggerFactory.getLogger(AbandonedTransactions.class);

  /** A second longer than any transaction may take. */
  private static final long OWNED_MICROS =
      TimeUnit.MILLISECONDS.toMicros(MongoConnection.DEADLINE_MILLIS + 1_000);

  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int MOST = 100;

  private final MongoDatabase admin;
  private final String application;
  private final Executor executor;
  private final LongSupplier nanoTime;
  private final AtomicLong next;

  /**
   * @param admin the database of that name, with the read concern "local"
   * @param application the name that the nodes give to the server; those of others are left alone
   */
  AbandonedTransactions(
      MongoDatabase admin, String application, Executor executor, LongSupplier nanoTime) {
    this.admin = admin;
    this.application = application;
    this.executor = executor;
    this.nanoTime = nanoTime;
    this.next = new AtomicLong(nanoTime.getAsLong());
  }

  /**
   * Says that a transaction cannot get on. Returns at once; looks for what may be in its way on
   * another thread, at most once a second.
   */
  void suspect() {
    long now = nanoTime.getAsLong();
    long due = next.get();
    if (now - due >= 0 && next.compareAndSet(due, now + PAUSE_NANOS)) {
      executor.execute(this::end);
    }
  }

  private void end() {
    try {
      List<Document> sessions = new ArrayList<>();
      for (Document each : find()) {
        sessions.add(new Document("id", each.get("lsid", Document.class).get("id")));
      }
      if (!sessions.isEmpty()) {
        admin.runCommand(new Document("killSessions", sessions));
        LOG.warn("Ended transactions that a node had left open: {}", sessions.size());
      }
    } catch (MongoException e) {
      LOG.debug("Abandoned transactions could not be ended: {}", MongoErrors.name(e));
    }
  }

  private Iterable<Document> find() {
    Document ownSessions = new Document("allUsers", false).append("idleSessions", true);
    return admin.aggregate(
        List.of(
            new Document("$currentOp", ownSessions),
            match(
                and(
                    eq("type", "idleSession"),
                    eq("appName", application),
                    gt("transaction.timeOpenMicros", OWNED_MICROS))),
            limit(MOST)));
  }
}
