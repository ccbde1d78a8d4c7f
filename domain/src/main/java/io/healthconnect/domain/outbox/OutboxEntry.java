package io.healthconnect.domain.outbox;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.notice.Notice;

/**
 * A notice that waits to leave by mail.
 *
 * @param tries how often somebody has taken it, this time included
 */
public record OutboxEntry(Notice notice, int tries) {

  /** Names the entry among all others. */
  public String id() {
    return idOf(notice);
  }

  /** The identifier of the entry of a notice. */
  public static String idOf(Notice notice) {
    return idOf(notice.to(), notice.seq());
  }

  /** The identifier of the entry of a person's notice with that number. */
  public static String idOf(AccountId to, long seq) {
    return to.value() + ':' + seq;
  }
}
