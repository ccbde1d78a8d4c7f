package io.healthconnect.testkit.outbox;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.outbox.OutboxEntry;
import io.healthconnect.testkit.push.InMemoryPushSubscriptions;
import java.util.Optional;

/** Fills both outboxes, inside the steps of the notices. */
public record InMemoryOutboxes(
    InMemoryOutbox mails, InMemoryOutbox pushes, InMemoryPushSubscriptions subscriptions) {

  public void add(Notice notice) {
    mails.add(new OutboxEntry(notice, 0));
    if (notice.isOwn()) {
      return;
    }
    subscriptions
        .list(notice.to())
        .forEach(device -> pushes.add(new OutboxEntry(notice, Optional.of(device.id()), 0)));
  }

  public void remove(Notice notice) {
    mails.remove(notice);
    pushes.remove(notice);
  }

  public void removeAll(AccountId account) {
    mails.removeAll(account);
    pushes.removeAll(account);
  }
}
