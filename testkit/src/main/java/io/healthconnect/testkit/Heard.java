package io.healthconnect.testkit;

import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.change.ChangeFeed;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what a feed told from the moment of listening on. */
public final class Heard {
  private final List<Change> changes = new CopyOnWriteArrayList<>();

  private Heard() {}

  public static Heard from(ChangeFeed feed) {
    Heard heard = new Heard();
    feed.subscribe(heard.changes::add);
    return heard;
  }

  public List<Change> all() {
    return List.copyOf(changes);
  }
}
