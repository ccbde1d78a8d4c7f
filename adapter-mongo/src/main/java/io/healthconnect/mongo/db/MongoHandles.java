package io.healthconnect.mongo.db;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import io.healthconnect.mongo.schema.CollectionName;
import io.healthconnect.mongo.schema.IndexBuilds;
import io.healthconnect.mongo.schema.Migrations;
import io.healthconnect.mongo.schema.UniqueIndexes;
import io.healthconnect.mongo.schema.UnusableServerException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * The only factory of collection handles. Every handle reads majority-committed data from the
 * primary, waits for a majority when it writes, retries once after a network error, and gives up
 * after {@link MongoConnection#DEADLINE_MILLIS}; within a {@link #request}, all together after
 * {@link RequestTime#REQUEST_MILLIS}.
 */
public final class MongoHandles implements AutoCloseable {
  /** A session in which every read is as of the time of the first. */
  private static final ClientSessionOptions SNAPSHOT =
      ClientSessionOptions.builder().snapshot(true).build();

  /** What all views share, and what ends with any of them. */
  private record Link(
      MongoClient client, MongoDatabase database, Transactions transactions, IndexBuilds builds) {
    void close() {
      builds.close();
      transactions.close();
      client.close();
    }
  }

  private final Link link;
  private final Optional<ClientSession> snapshot;
  private final boolean keepsOutbox;
  private final LocalWrites local;

  private MongoHandles(MongoClient client, MongoAddress address) {
    this(
        new Link(
            client,
            client.getDatabase(address.database()),
            new Transactions(
                client,
                new RequestTime(System::nanoTime),
                client.getDatabase("admin").withReadConcern(ReadConcern.LOCAL),
                address.application()),
            new IndexBuilds()),
        Optional.empty(),
        true,
        LocalWrites.UNHEARD);
  }

  private MongoHandles(
      Link link, Optional<ClientSession> snapshot, boolean keepsOutbox, LocalWrites local) {
    this.link = link;
    this.snapshot = snapshot;
    this.keepsOutbox = keepsOutbox;
    this.local = local;
  }

  /**
   * The same handles, for a host that sends no notices: none waits in its outbox. Closing either
   * closes both.
   */
  public MongoHandles withoutOutbox() {
    return new MongoHandles(link, snapshot, false, local);
  }

  /**
   * The same handles for a process that hears of its own writes. Closing either closes both.
   *
   * @param local must be quick and must not throw
   */
  public MongoHandles heardBy(LocalWrites local) {
    return new MongoHandles(link, snapshot, keepsOutbox, local);
  }

  /** Who hears of the writes of this process. */
  public LocalWrites local() {
    return local;
  }

  /** Does something once the transaction of the session is committed, before its write returns. */
  public void afterCommit(ClientSession session, Runnable work) {
    link.transactions().afterCommit(session, work);
  }

  /** Whether notices wait to be sent; not if nobody sends them. */
  public boolean keepsOutbox() {
    return keepsOutbox;
  }

  /**
   * Connects to the replica set and migrates the database. Any number of nodes may do so at the
   * same time.
   *
   * @throws UnusableServerException if the address is wrong, does not answer, leads to no replica
   *     set, or asks for weaker concerns; the message is one line for an operator
   */
  public static MongoHandles open(String uri) {
    return open(uri, List.of());
  }

  /**
   * @param watchers are told of every command
   */
  public static MongoHandles open(String uri, List<CommandListener> watchers) {
    MongoAddress address = MongoAddress.parse(uri);
    MongoHandles handles = new MongoHandles(MongoConnection.open(address, watchers), address);
    try {
      Migrations.run(handles.link.database(), handles.link.builds());
      UniqueIndexes.verify(handles.link.database());
      return handles;
    } catch (MongoException e) {
      handles.close();
      throw new UnusableServerException(cannotPrepare(address.database(), e));
    } catch (RuntimeException e) {
      handles.close();
      throw e;
    }
  }

  /**
   * Connects to the replica set for a moment and leaves the database as it is, whichever release
   * made it.
   *
   * @throws UnusableServerException as {@link #open}
   */
  public static MongoHandles openAsGuest(String uri) {
    MongoAddress address = MongoAddress.parse(uri);
    return new MongoHandles(MongoConnection.open(address, List.of()), address);
  }

  private static String cannotPrepare(String database, MongoException e) {
    return e.getCode() == MongoErrors.UNAUTHORIZED
        ? "the user needs the roles readWrite and dbAdmin on the database " + database
        : "the database " + database + " cannot be brought up to date: " + MongoErrors.name(e);
  }

  public MongoCollection<Document> collection(CollectionName collection) {
    return TimedCollection.of(
        link.database().getCollection(collection.text()), link.transactions().time());
  }

  /** Reads of a collection, as of the instant of the {@link #snapshot} if this is a view of one. */
  public Reads reads(CollectionName collection) {
    return new Reads(collection(collection), snapshot);
  }

  /** The database itself, for change streams over several collections and for GridFS buckets. */
  public MongoDatabase database() {
    return link.transactions().time().applies()
        ? link.database().withTimeout(millisLeft(), TimeUnit.MILLISECONDS)
        : link.database();
  }

  /** How long the next operation may take. */
  public long millisLeft() {
    return link.transactions().time().millisLeft();
  }

  /**
   * Does the work of one request on this thread. What it asks of these handles, and of other views
   * of them, ends after {@link RequestTime#REQUEST_MILLIS}: what is under way then is unavailable,
   * and what would follow is not sent.
   */
  public <T> T request(Supplier<T> work) {
    return link.transactions().time().request(work);
  }

  /**
   * Runs work on handles and translates exceptions.
   *
   * @throws io.healthconnect.domain.StoreUnavailableException if the server cannot answer now
   */
  public <T> T run(Supplier<T> work) {
    try {
      return link.transactions().time().spend(work);
    } catch (MongoException e) {
      throw MongoErrors.translate(e);
    }
  }

  /**
   * Runs work without a transaction in a causally consistent session: each operation sees at least
   * what earlier ones saw.
   *
   * @throws io.healthconnect.domain.StoreUnavailableException as {@link #run}
   */
  public <T> T inSession(Function<ClientSession, T> work) {
    return run(() -> snapshot.map(work).orElseGet(() -> inNewSession(work)));
  }

  private <T> T inNewSession(Function<ClientSession, T> work) {
    try (ClientSession session = link.client().startSession(Transactions.SESSION)) {
      return work.apply(session);
    }
  }

  /**
   * Runs work on a view of these handles whose {@link #reads}, and what runs {@link #inSession} and
   * {@link #together}, see the database as of one instant. The view ends with the work and needs no
   * closing. As the reader may be slow and there may be much to read, each operation has its own
   * time.
   */
  public <T> T snapshot(Function<MongoHandles, T> work) {
    return link.transactions().time().apart(() -> run(() -> inSnapshot(work)));
  }

  private <T> T inSnapshot(Function<MongoHandles, T> work) {
    try (ClientSession session = link.client().startSession(SNAPSHOT)) {
      return work.apply(new MongoHandles(link, Optional.of(session), keepsOutbox, local));
    }
  }

  /** Runs reads as of one instant: that of the snapshot, or else of a transaction. */
  public <T> T together(Function<ClientSession, T> reads) {
    return run(() -> snapshot.map(reads).orElseGet(() -> link.transactions().run(reads)));
  }

  /**
   * Runs work in a transaction: completely or not at all, as of one instant. The work is repeated,
   * with pauses, while it conflicts with other writers; it must have no other effects.
   *
   * @throws io.healthconnect.domain.StoreUnavailableException as {@link #run}
   */
  public <T> T transact(Function<ClientSession, T> work) {
    return run(() -> inTransaction(work));
  }

  /**
   * Like {@link #transact}, for use inside {@link #run} where the caller handles the driver's
   * exceptions.
   */
  public <T> T inTransaction(Function<ClientSession, T> work) {
    return link.transactions().run(work);
  }

  /**
   * Like {@link #transact(Function)}, for work that many do at once on the same documents: those of
   * this process take turns, which saves them repetitions.
   *
   * @param key what the turns are for
   */
  public <T> T transact(String key, Function<ClientSession, T> work) {
    return run(() -> inTransaction(key, work));
  }

  /** Like {@link #transact(String, Function)}, for use inside {@link #run}. */
  public <T> T inTransaction(String key, Function<ClientSession, T> work) {
    return link.transactions().run(key, work);
  }

  /**
   * Describes the replica set and the database for operators.
   *
   * @throws io.healthconnect.domain.StoreUnavailableException as {@link #run}
   */
  public SetFacts facts() {
    return run(() -> SetFacts.read(this));
  }

  /** Whether the primary can be reached now. */
  public boolean isHealthy() {
    try {
      return run(() -> link.database().runCommand(new Document("ping", 1)).get("ok") != null);
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Override
  public void close() {
    link.close();
  }
}
