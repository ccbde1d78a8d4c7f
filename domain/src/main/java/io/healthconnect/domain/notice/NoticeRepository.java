package io.healthconnect.domain.notice;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import java.time.Instant;

/**
 * The notices of each person. No method writes one: a store writes what {@link AppointmentNotices}
 * says of a change in the same step as the change. It numbers the notices of a person 1, 2, 3, and
 * publishes {@link io.healthconnect.domain.change.Change.NoticeStored} for each, after the change
 * itself. An erased account gets none and keeps none.
 */
public interface NoticeRepository {
  /** How many notices a person has at most; with one more, the oldest goes. */
  int MOST = 500;

  /** The person's notices, newest first. */
  Page<Notice> list(AccountId account, PageRequest page);

  /** How many of the person's notices are unread. */
  int unread(AccountId account);

  /**
   * Marks the person's unread notices up to and including number {@code upTo} as read. Those that
   * are read keep their time.
   *
   * @return how many were unread
   */
  int markRead(AccountId account, long upTo, Instant at);
}
