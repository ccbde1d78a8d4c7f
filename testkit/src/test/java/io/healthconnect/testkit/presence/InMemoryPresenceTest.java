package io.healthconnect.testkit.presence;

import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.domain.presence.Presence;
import io.healthconnect.testkit.change.InMemoryChangeFeed;

final class InMemoryPresenceTest implements PresenceContract {
  private final InMemoryChangeFeed feed = new InMemoryChangeFeed();
  private final Presence presence = new InMemoryPresence(feed);

  @Override
  public Presence presence() {
    return presence;
  }

  @Override
  public ChangeFeed feed() {
    return feed;
  }

  @Override
  public void catchUp() {}
}
