package io.healthconnect.application.notice;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeRepository;
import java.util.List;

final class ListNoticesHandler implements ListNotices {
  private final NoticeRepository notices;
  private final AccountRepository accounts;

  ListNoticesHandler(NoticeRepository notices, AccountRepository accounts) {
    this.notices = notices;
    this.accounts = accounts;
  }

  @Override
  public Listing listNotices(Query query) {
    AccountId self = query.actor().id();
    Page<Notice> page = notices.list(self, query.page());
    List<AccountId> people =
        page.items().stream().flatMap(notice -> notice.from().stream()).distinct().toList();
    return new Listing(page, notices.unread(self), accounts.findAll(people));
  }
}
