package io.healthconnect.sqlite.presence;

import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.domain.presence.Presence;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.testkit.presence.PresenceContract;

final class LocalPresenceTest implements PresenceContract {
  private final LocalChangeFeed feed = new LocalChangeFeed();
  private final Presence presence = new LocalPresence(feed);

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
