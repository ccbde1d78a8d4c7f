package io.healthconnect.application.notice;

import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.notice.NoticeRepository;
import io.healthconnect.domain.notice.UnsubscribeTokens;
import java.time.Clock;

/** The use cases of notices. */
public record NoticeUseCases(
    ListNotices list,
    MarkNoticesRead markRead,
    FindNoticeSettings findSettings,
    ChangeNoticeSettings changeSettings,
    StopMails stopMails,
    SendReminders sendReminders) {
  public static NoticeUseCases create(
      NoticeRepository notices, AccountRepository accounts, UnsubscribeTokens tokens, Clock clock) {
    return new NoticeUseCases(
        new ListNoticesHandler(notices, accounts),
        command -> notices.markRead(command.actor().id(), command.upTo(), clock.instant()),
        actor -> notices.settings(actor.id(), actor.role()),
        new ChangeNoticeSettingsHandler(notices, clock),
        new StopMailsHandler(notices, accounts, tokens, clock),
        new SendRemindersHandler(notices, clock));
  }
}
