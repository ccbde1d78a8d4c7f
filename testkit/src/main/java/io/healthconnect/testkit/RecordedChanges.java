package io.healthconnect.testkit;

import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.change.ChangeFeed;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records the changes that a feed publishes from the moment of subscription. */
public final class RecordedChanges {
  private final ChangeFeed feed;
  private final List<Change> changes = new CopyOnWriteArrayList<>();

  private RecordedChanges(ChangeFeed feed) {
    this.feed = feed;
  }

  public static RecordedChanges from(ChangeFeed feed) {
    RecordedChanges heard = new RecordedChanges(feed);
    heard.catchUp();
    feed.subscribe(heard.changes::add);
    return heard;
  }

  /** All changes that were stored until now, each once, in the order of the feed. */
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
