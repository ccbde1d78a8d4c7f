package io.healthconnect.application.notice;

import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.notice.NoticeRepository;
import io.healthconnect.domain.notice.UnsubscribeTokens;
import io.healthconnect.domain.push.PushSubscriptionRepository;
import java.time.Clock;

/** The use cases of notices. */
public record NoticeUseCases(
    ListNotices list,
    MarkNoticesRead markRead,
    FindNoticeSettings findSettings,
    ChangeNoticeSettings changeSettings,
    StopMails stopMails,
    SubscribeDevice subscribeDevice,
    UnsubscribeDevice unsubscribeDevice,
    SendReminders sendReminders) {
  public static NoticeUseCases create(
      NoticeRepository notices,
      PushSubscriptionRepository subscriptions,
      AccountRepository accounts,
      UnsubscribeTokens tokens,
      Clock clock) {
    return new NoticeUseCases(
        new ListNoticesHandler(notices, accounts),
        command -> notices.markRead(command.actor().id(), command.upTo(), clock.instant()),
        actor -> notices.settings(actor.id(), actor.role()),
        new ChangeNoticeSettingsHandler(notices, clock),
        new StopMailsHandler(notices, accounts, tokens, clock),
        new SubscribeDeviceHandler(subscriptions, clock),
        new UnsubscribeDeviceHandler(subscriptions),
        new SendRemindersHandler(notices, clock));
  }
}
