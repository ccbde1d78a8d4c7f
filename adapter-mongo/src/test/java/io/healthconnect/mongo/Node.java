package io.healthconnect.mongo;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.presence.Presence;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.event.Events;
import io.healthconnect.testkit.EventualFeed;
import io.healthconnect.testkit.RandomIds;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A node as in a server, with a feed that tests can wait for. */
public final class Node implements EventualFeed, AutoCloseable {
  private static final AtomicLong COUNT = new AtomicLong(System.nanoTime());

  public final MongoHandles handles;
  public final MongoStore store;
  public final MongoNode node;
  private final long number = COUNT.incrementAndGet();
  private int markers;

  public Node(String uri) {
    this(uri, Duration.ofDays(1), () -> {});
  }

  /**
   * @param deaf run once the change stream has been silent for longer than {@code patience}
   */
  public Node(String uri, Duration patience, Runnable deaf) {
    handles = MongoHandles.open(uri);
    store = new MongoStore(handles);
    node = new MongoNode(handles, new RandomIds(number), patience, deaf);
    node.start();
  }

  public Presence presence() {
    return node.presence();
  }

  @Override
  public void subscribe(Listener listener) {
    node.feed().subscribe(listener);
  }

  @Override
  public long position() {
    return node.feed().position();
  }

  @Override
  public long settled() {
    return node.feed().settled();
  }

  @Override
  public void catchUp() {
    AccountId marker = new AccountId("marker-" + number + "-" + ++markers);
    CountDownLatch heard = new CountDownLatch(1);
    Change.Typing typing = new Change.Typing(marker, marker);
    node.feed()
        .subscribe(
            change -> {
              if (change.equals(typing)) {
                heard.countDown();
              }
            });
    tell(typing);
    try {
      if (!heard.await(60, TimeUnit.SECONDS)) {
        throw new AssertionError("the feed does not catch up");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Publishes a typing notice of people who may not exist. */
  public void tell(Change.Typing typing) {
    Events events = new Events(handles);
    handles.transact(
        session -> {
          events.publish(session, typing, Set.of());
          return typing;
        });
  }

  @Override
  public void close() {
    node.close();
    handles.close();
  }
}
