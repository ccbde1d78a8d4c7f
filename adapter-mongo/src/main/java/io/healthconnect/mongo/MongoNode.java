package io.healthconnect.mongo;

import com.mongodb.MongoException;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.presence.Presence;
import io.healthconnect.mongo.change.MongoChangeFeed;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.presence.DevicePlaces;
import io.healthconnect.mongo.presence.MongoPresence;
import io.healthconnect.mongo.schema.NewerSchema;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process as one of the nodes that share a store: it follows the change stream, sends
 * heartbeats, and removes nodes that have stopped sending theirs.
 */
public final class MongoNode implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MongoNode.class);
  private static final long BEAT_MILLIS = 500;

  /** Once a minute. */
  private static final int BEATS_PER_LOOK = 120;

  private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

  /** After which a silent change stream makes the node unready: longer than a failover takes. */
  private static final Duration UNREADY = Duration.ofSeconds(15);

  private final MongoPresence presence;
  private final MongoChangeFeed feed;
  private final ScheduledThreadPoolExecutor heart =
      new ScheduledThreadPoolExecutor(1, MongoNode::thread);

  private final Duration patience;
  private final Runnable deaf;

  private final NewerSchema schema;
  private int beats;

  private volatile long lastBeat;
  private boolean isDeaf;

  /**
   * @param patience how long the change stream may be silent while heartbeats succeed
   * @param deaf run once after that: the process should end, because its sockets no longer learn
   *     what other nodes do
   */
  public MongoNode(MongoHandles handles, IdGenerator ids, Duration patience, Runnable deaf) {
    this.patience = patience;
    this.deaf = deaf;
    presence = new MongoPresence(handles, ids);
    feed = new MongoChangeFeed(handles, presence);
    schema = new NewerSchema(handles.database());
  }

  /** Joins the other nodes. */
  public void start() {
    presence.join();
    lastBeat = System.nanoTime();
    feed.start();
    ScheduledFuture<?> unused =
        heart.scheduleWithFixedDelay(this::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
  }

  public Presence presence() {
    return presence;
  }

  /** Which devices are connected to this node. */
  DevicePlaces places() {
    return presence;
  }

  public MongoChangeFeed feed() {
    return feed;
  }

  /**
   * Whether the last heartbeats reached a majority of the replica set. Each one is a write, so a
   * store that can only be read does not count.
   */
  public boolean hasRecentHeartbeat() {
    return System.nanoTime() - lastBeat < SILENCE_NANOS;
  }

  /**
   * Whether this node does what one of the nodes has to do. A node that the store has not answered
   * for a while leads no more, since another one may have taken over; for a moment two may lead.
   */
  public boolean isLeader() {
    return presence.isLeader() && hasRecentHeartbeat();
  }

  /** Whether changes of other nodes reach this one. */
  public boolean hearsOthers() {
    return feed.silence().compareTo(UNREADY) < 0;
  }

  private void beat() {
    try {
      if (!presence.heartbeat(System.nanoTime())) {
        LOG.warn(
            "The other nodes have removed this one: closing all sockets, so that clients"
                + " reconnect");
        feed.publish(new Change.Interrupted());
      }
      lastBeat = System.nanoTime();
      if (++beats % BEATS_PER_LOOK == 0) {
        schema.look();
      }
      if (!isDeaf && feed.silence().compareTo(patience) > 0) {
        isDeaf = true;
        deaf.run();
      }
    } catch (MongoException | StoreUnavailableException e) {
      LOG.warn("A heartbeat failed: {}", e.getClass().getSimpleName());
    } catch (RuntimeException e) {
      LOG.error("A heartbeat failed", e);
    } catch (Error e) {
      // If it were rethrown, it would end the heartbeat for good, and the other nodes would remove
      // this one.
      LOG.error("A heartbeat failed", e);
    }
  }

  /** Unregisters this node. Does not wait for the store if it is unavailable. */
  @Override
  public void close() {
    heart.shutdownNow();
    feed.close();
    try {
      presence.deregister();
    } catch (RuntimeException e) {
      LOG.info("This node could not be deregistered: {}", e.getMessage());
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "heartbeat");
    thread.setDaemon(true);
    return thread;
  }
}
