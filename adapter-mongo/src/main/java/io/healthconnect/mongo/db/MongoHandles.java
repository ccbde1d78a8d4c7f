package io.healthconnect.mongo.db;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * The one factory of handles. Whatever it hands out reads from the primary what a majority has,
 * waits until a majority has what it writes, retries once after a network error, and gives up after
 * {@link MongoConnection#DEADLINE_MILLIS}.
 */
public final class MongoHandles implements AutoCloseable {
  private static final ClientSessionOptions SESSION =
      ClientSessionOptions.builder()
          .causallyConsistent(true)
          .defaultTransactionOptions(
              TransactionOptions.builder()
                  .readConcern(ReadConcern.SNAPSHOT)
                  .writeConcern(WriteConcern.MAJORITY)
                  .readPreference(ReadPreference.primary())
                  .build())
          .build();

  private final MongoClient client;
  private final MongoDatabase database;
  private final Turns turns = new Turns();

  private MongoHandles(MongoClient client, String database) {
    this.client = client;
    this.database = client.getDatabase(database);
  }

  /**
   * Connects to the replica set and brings the database up to date. Any number of nodes may do so
   * at once.
   *
   * @throws UnusableServerException if the address is wrong, does not answer, leads to no replica
   *     set, or asks for weaker concerns; the message is one line for an operator
   */
  public static MongoHandles open(String uri) {
    MongoAddress address = MongoAddress.parse(uri);
    MongoHandles handles = new MongoHandles(MongoConnection.open(address), address.database());
    try {
      Migrations.run(handles.database);
      UniqueIndexes.verify(handles.database);
      return handles;
    } catch (MongoException e) {
      handles.close();
      throw new UnusableServerException(cannotPrepare(address.database(), e));
    } catch (RuntimeException e) {
      handles.close();
      throw e;
    }
  }

  private static String cannotPrepare(String database, MongoException e) {
    return e.getCode() == MongoErrors.UNAUTHORIZED
        ? "the user needs the roles readWrite and dbAdmin on the database " + database
        : "the database " + database + " cannot be brought up to date: " + MongoErrors.name(e);
  }

  public MongoCollection<Document> collection(CollectionName collection) {
    return database.getCollection(collection.text());
  }

  /** For what is no collection: change streams over several, and buckets of files. */
  public MongoDatabase database() {
    return database;
  }

  /**
   * Does work on handles.
   *
   * @throws io.healthconnect.domain.StoreUnavailableException if the server cannot answer now
   */
  public <T> T run(Supplier<T> work) {
    try {
      return work.get();
    } catch (MongoException e) {
      throw MongoErrors.translate(e);
    }
  }

  /**
   * Does work without a transaction, each part of which sees at least what the parts before it saw.
   *
   * @throws io.healthconnect.domain.StoreUnavailableException as {@link #run}
   */
  public <T> T inSession(Function<ClientSession, T> work) {
    return run(
        () -> {
          try (ClientSession session = client.startSession(SESSION)) {
            return work.apply(session);
          }
        });
  }

  /**
   * Does work that belongs together in a transaction, all or nothing, as of one instant. The work
   * is repeated, with pauses, while others write to the same documents; it must have no effect
   * elsewhere.
   *
   * @throws io.healthconnect.domain.StoreUnavailableException as {@link #run}
   */
  public <T> T transact(Function<ClientSession, T> work) {
    return run(() -> inTransaction(work));
  }

  /** As {@link #transact}, for a part of {@link #run} that looks at the driver's exceptions. */
  public <T> T inTransaction(Function<ClientSession, T> work) {
    try (ClientSession session = client.startSession(SESSION)) {
      Backoff backoff = new Backoff(ThreadLocalRandom.current());
      return session.withTransaction(
          () -> {
            // The server hears of the transaction with the first command of the work.
            backoff.awaitTry();
            return work.apply(session);
          });
    }
  }

  /** For threads that would write to the same documents. */
  public Turns turns() {
    return turns;
  }

  /** Whether the primary answers now. */
  public boolean isHealthy() {
    try {
      return run(() -> database.runCommand(new Document("ping", 1)).get("ok") != null);
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
