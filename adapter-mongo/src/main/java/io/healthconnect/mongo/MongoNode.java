package io.healthconnect.mongo;

import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.call.Presence;
import io.healthconnect.domain.change.Change;
import io.healthconnect.mongo.change.MongoChangeFeed;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.presence.MongoPresence;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process among the others on the same store: it follows what they write, shows that it lives,
 * and gives up those that do not.
 */
public final class MongoNode implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MongoNode.class);
  private static final long BEAT_MILLIS = 500;

  private final MongoPresence presence;
  private final MongoChangeFeed feed;
  private final ScheduledThreadPoolExecutor heart =
      new ScheduledThreadPoolExecutor(1, MongoNode::thread);

  public MongoNode(MongoHandles handles, IdGenerator ids) {
    presence = new MongoPresence(handles, ids);
    feed = new MongoChangeFeed(handles, presence);
  }

  /** Takes part from now on. */
  public void start() {
    presence.join();
    feed.start();
    heart.scheduleWithFixedDelay(this::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
  }

  public Presence presence() {
    return presence;
  }

  public MongoChangeFeed feed() {
    return feed;
  }

  private void beat() {
    try {
      if (!presence.tend(System.nanoTime())) {
        LOG.warn("The other nodes took this one for gone: all connections start anew");
        feed.tell(new Change.Interrupted());
      }
    } catch (RuntimeException e) {
      LOG.warn("A heartbeat failed: {}", e.getMessage());
    }
  }

  /** Takes leave of the others; does not wait for them when the store is away. */
  @Override
  public void close() {
    heart.shutdownNow();
    feed.close();
    try {
      presence.resign();
    } catch (RuntimeException e) {
      LOG.info("This node could not take leave: {}", e.getMessage());
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "heartbeat");
    thread.setDaemon(true);
    return thread;
  }
}
