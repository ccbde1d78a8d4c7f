package io.healthconnect.domain.outbox;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.push.PushSubscriptionId;
import java.util.Optional;

/**
 * A notice that waits to leave by mail, or by Web Push to one device.
 *
 * @param device empty for mail
 * @param tries how often somebody has taken it, this time included
 */
public record OutboxEntry(Notice notice, Optional<PushSubscriptionId> device, int tries) {

  /** A notice that leaves by mail. */
  public OutboxEntry(Notice notice, int tries) {
    this(notice, Optional.empty(), tries);
  }

  /** Names the entry among all others. */
  public String id() {
    return device.map(to -> idOf(notice) + ':' + to.value()).orElseGet(() -> idOf(notice));
  }

  /** The identifier of the mail of a notice. */
  public static String idOf(Notice notice) {
    return idOf(notice.to(), notice.seq());
  }

  /** The identifier of the mail of a person's notice with that number. */
  public static String idOf(AccountId to, long seq) {
    return to.value() + ':' + seq;
  }
}
