package io.healthconnect.application.notice;

import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.notice.NoticeRepository;
import io.healthconnect.domain.notice.NoticeSettings;
import java.time.Clock;

/** The use cases of notices. */
public record NoticeUseCases(
    ListNotices list,
    MarkNoticesRead markRead,
    FindNoticeSettings findSettings,
    ChangeNoticeSettings changeSettings,
    SendReminders sendReminders) {
  public static NoticeUseCases create(
      NoticeRepository notices, AccountRepository accounts, Clock clock) {
    FindNoticeSettings find =
        actor -> notices.settings(actor.id()).orElseGet(() -> NoticeSettings.initial(actor.role()));
    return new NoticeUseCases(
        new ListNoticesHandler(notices, accounts),
        command -> notices.markRead(command.actor().id(), command.upTo(), clock.instant()),
        find,
        new ChangeNoticeSettingsHandler(notices, find, clock),
        new SendRemindersHandler(notices, clock));
  }
}
