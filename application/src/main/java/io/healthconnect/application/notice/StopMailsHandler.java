package io.healthconnect.application.notice;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.notice.MailSubscription;
import io.healthconnect.domain.notice.NoticeRepository;
import io.healthconnect.domain.notice.UnsubscribeTokens;
import java.time.Clock;
import java.util.Optional;

final class StopMailsHandler implements StopMails {
  private final NoticeRepository notices;
  private final AccountRepository accounts;
  private final UnsubscribeTokens tokens;
  private final Clock clock;

  StopMailsHandler(
      NoticeRepository notices, AccountRepository accounts, UnsubscribeTokens tokens, Clock clock) {
    this.notices = notices;
    this.accounts = accounts;
    this.tokens = tokens;
    this.clock = clock;
  }

  @Override
  public Result<MailSubscription, Refusal> stopMails(Command command) {
    Optional<MailSubscription> subscription =
        tokens.verify(command.token()).filter(each -> !each.kind().isWarning());
    Optional<Account> reader = subscription.map(MailSubscription::account).flatMap(accounts::find);
    if (subscription.isEmpty() || reader.isEmpty()) {
      return Result.failure(Refusal.INVALID_TOKEN);
    }
    MailSubscription ended = subscription.get();
    notices.changeSettings(
        ended.account(),
        reader.get().role(),
        settings -> settings.withoutMails(ended.kind()),
        clock.instant());
    return Result.success(ended);
  }
}
