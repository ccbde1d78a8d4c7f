package io.healthconnect.mongo.change;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.presence.MongoPresence;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the writes of all nodes in one change stream, on one thread. After a failure it resumes
 * after the last change that it published, so that no change is missed or repeated. Entries that
 * cannot be read are skipped and counted. When the server no longer knows the position, the feed
 * starts over at the present and publishes {@link Change.Interrupted}.
 */
public final class MongoChangeFeed implements ChangeFeed, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MongoChangeFeed.class);
  private static final long MAX_AWAIT_MILLIS = 1000;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  /** A server that has answered nothing but errors for so long will not take the position back. */
  private static final Duration VAIN = Duration.ofSeconds(30);

  private static final int INVALID_POSITION = 260;
  private static final int STREAM_IS_FATAL = 280;
  private static final int HISTORY_IS_LOST = 286;
  private static final int EVENT_IS_TOO_LARGE = 10334;
  private static final Set<Integer> CANNOT_GO_ON =
      Set.of(INVALID_POSITION, STREAM_IS_FATAL, HISTORY_IS_LOST, EVENT_IS_TOO_LARGE);

  private final MongoHandles handles;
  private final MongoPresence presence;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final AtomicLong skipped = new AtomicLong();
  private final AtomicLong interruptions = new AtomicLong();
  private final AtomicLong listenerFailures = new AtomicLong();
  private final Thread thread = new Thread(this::run, "change-feed");
  private volatile boolean closed;
  private volatile long lastAnswer = System.nanoTime();

  /** Of the change that is told now, or was told last. */
  private final Positions positions = new Positions();

  // Written by start, and from then on only by the thread.
  private @Nullable BsonDocument position;
  private Set<String> names = Set.of();
  private @Nullable MongoChangeStreamCursor<ChangeStreamDocument<Document>> cursor;

  /**
   * @param presence receives the events of devices and turns them into changes
   */
  public MongoChangeFeed(MongoHandles handles, MongoPresence presence) {
    this.handles = handles;
    this.presence = presence;
    thread.setDaemon(true);
  }

  /** Starts to follow the change stream. No change after this method returns is missed. */
  public void start() {
    beginAtNow();
    lastAnswer = System.nanoTime();
    thread.start();
  }

  @Override
  public void subscribe(Listener listener) {
    listeners.add(listener);
  }

  @Override
  public long position() {
    return positions.current();
  }

  @Override
  public long settled() {
    return positions.settled();
  }

  /** Publishes a change that is not stored. */
  public void publish(Change change) {
    for (Listener listener : listeners) {
      try {
        listener.changed(change);
      } catch (RuntimeException | Error e) {
        listenerFailures.incrementAndGet();
        LOG.error("A listener failed on {}", change.getClass().getSimpleName(), e);
      }
    }
  }

  /** All changes up to this second since 1970 have been told. */
  public long settledSecond() {
    return positions.settledSecond();
  }

  /**
   * How long the change stream has not answered. It answers at least once a second while it is
   * followed, whether or not there are changes.
   */
  public Duration silence() {
    return Duration.ofNanos(System.nanoTime() - lastAnswer);
  }

  /** How often a listener has thrown an exception. */
  public long listenerFailures() {
    return listenerFailures.get();
  }

  /** How many changes could not be read. */
  public long skipped() {
    return skipped.get();
  }

  /** How often changes were missed, so that all connections had to reconnect. */
  public long interruptions() {
    return interruptions.get();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private void run() {
    while (!closed) {
      try {
        goOn();
        next();
      } catch (RuntimeException | Error e) {
        // Nothing may end the thread: the node would seem healthy but receive no changes.
        failed(e);
      }
    }
    drop();
  }

  private void next() {
    if (cursor == null) {
      return;
    }
    ChangeStreamDocument<Document> event = cursor.tryNext();
    lastAnswer = System.nanoTime();
    if (event == null) {
      position = cursor.getResumeToken();
      positions.settle(position);
    } else {
      publishAll(event);
      position = event.getResumeToken();
      positions.settle(position);
    }
  }

  private void publishAll(ChangeStreamDocument<Document> event) {
    positions.enter(event.getClusterTime());
    for (Change change : read(event)) {
      positions.next();
      publish(change);
    }
  }

  /** Reopens the stream after a failure, and when this node has a new name. */
  private void goOn() {
    if (cursor != null && names.equals(presence.names())) {
      return;
    }
    if (position != null) {
      drop();
      open(position);
      return;
    }
    List<Change> changes = beginAtNow();
    interruptions.incrementAndGet();
    LOG.warn("Changes were missed: closing all sockets, so that clients reconnect");
    changes.forEach(this::publish);
    publish(new Change.Interrupted());
  }

  /** Reads the devices after opening the stream, so that no change in between is missed. */
  private List<Change> beginAtNow() {
    open(null);
    List<Change> changes = presence.reload();
    position = Objects.requireNonNull(cursor).getResumeToken();
    positions.settle(position);
    return changes;
  }

  /**
   * Opens the stream with the names that this node has now. Nothing is sent to a name before that.
   *
   * @param after null for the present
   */
  private void open(@Nullable BsonDocument after) {
    Set<String> now = presence.names();
    ChangeStreamIterable<Document> stream =
        handles
            .database()
            .watch(StoredChanges.pipeline(now))
            .maxAwaitTime(MAX_AWAIT_MILLIS, TimeUnit.MILLISECONDS);
    cursor = after == null ? stream.cursor() : stream.startAfter(after).cursor();
    names = now;
    presence.follows(now);
  }

  private List<Change> read(ChangeStreamDocument<Document> entry) {
    try {
      return StoredChanges.collection(entry).equals(CollectionName.DEVICES.text())
          ? presence.changes(entry)
          : StoredChanges.of(entry);
    } catch (RuntimeException e) {
      skipped.incrementAndGet();
      LOG.warn("A change could not be read and was skipped: {}", entry.getDocumentKey(), e);
      return List.of();
    }
  }

  private void failed(Throwable failure) {
    if (closed) {
      return;
    }
    drop();
    if (failure instanceof MongoException e && !canGoOn(e)) {
      position = null;
    }
    if (failure instanceof MongoException) {
      LOG.warn(
          "The change stream ended and is being reopened: {}", failure.getClass().getSimpleName());
    } else {
      LOG.error("The change stream failed and is being reopened", failure);
    }
    LockSupport.parkNanos(PAUSE_NANOS);
  }

  private boolean canGoOn(MongoException failure) {
    boolean vain = failure instanceof MongoCommandException && silence().compareTo(VAIN) > 0;
    return !vain && !CANNOT_GO_ON.contains(failure.getCode());
  }

  private void drop() {
    try {
      if (cursor != null) {
        cursor.close();
      }
    } catch (RuntimeException e) {
      LOG.debug("The server keeps a cursor until it times out", e);
    }
    cursor = null;
  }
}
