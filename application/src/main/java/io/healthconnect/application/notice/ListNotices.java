package io.healthconnect.application.notice;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.notice.Notice;

/** Shows the actor's own notices, newest first. */
public interface ListNotices {
  Listing listNotices(Query query);

  record Query(Actor actor, PageRequest page) {}

  /**
   * A page of notices.
   *
   * @param unread how many of all the actor's notices are unread
   */
  record Listing(Page<Notice> notices, int unread) {}
}
