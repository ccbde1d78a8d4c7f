package io.healthconnect.testkit;

import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.change.ChangeFeed;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what a feed told from the moment of listening on. */
public final class Heard {
  private final ChangeFeed feed;
  private final List<Change> changes = new CopyOnWriteArrayList<>();

  private Heard(ChangeFeed feed) {
    this.feed = feed;
  }

  public static Heard from(ChangeFeed feed) {
    Heard heard = new Heard(feed);
    heard.catchUp();
    feed.subscribe(heard.changes::add);
    return heard;
  }

  /** Everything that was stored until now, once and in the order of the feed. */
  public List<Change> all() {
    catchUp();
    return List.copyOf(changes);
  }

  private void catchUp() {
    if (feed instanceof EventualFeed eventual) {
      eventual.catchUp();
    }
  }
}
