package io.healthconnect.testkit;

import io.healthconnect.domain.change.ChangeFeed;

/** A feed that tells changes a little after they were stored, as those of shared stores do. */
public interface EventualFeed extends ChangeFeed {

  /**
   * Returns when the listeners have heard all that was stored before.
   *
   * @throws AssertionError if that takes too long
   */
  void catchUp();
}
