package io.healthconnect.testkit;

import io.healthconnect.domain.change.ChangeFeed;

/**
 * A feed that publishes changes some time after they were stored, as the feed of a shared store
 * does.
 */
public interface EventualFeed extends ChangeFeed {

  /**
   * Waits until the listeners have received all changes that were stored before this call.
   *
   * @throws AssertionError if that takes too long
   */
  void catchUp();
}
