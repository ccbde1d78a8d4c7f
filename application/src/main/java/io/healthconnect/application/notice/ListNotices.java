package io.healthconnect.application.notice;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.notice.Notice;
import java.util.Map;

/** Shows the actor's own notices, newest first. */
public interface ListNotices {
  Listing listNotices(Query query);

  record Query(Actor actor, PageRequest page) {}

  /**
   * A page of notices.
   *
   * @param unread how many of all the actor's notices are unread
   * @param people those who made the changes that the notices on the page tell of
   */
  record Listing(Page<Notice> notices, int unread, Map<AccountId, Account> people) {}
}
