package io.healthconnect.application.notice;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.notice.NoticeRepository;
import java.time.Clock;

/** The use cases of notices. */
public record NoticeUseCases(ListNotices list, MarkNoticesRead markRead) {
  public static NoticeUseCases create(NoticeRepository notices, Clock clock) {
    return new NoticeUseCases(
        query -> {
          AccountId self = query.actor().id();
          return new ListNotices.Listing(notices.list(self, query.page()), notices.unread(self));
        },
        command -> notices.markRead(command.actor().id(), command.upTo(), clock.instant()));
  }
}
