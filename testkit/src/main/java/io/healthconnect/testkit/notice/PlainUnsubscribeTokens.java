package io.healthconnect.testkit.notice;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.notice.MailSubscription;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.notice.UnsubscribeTokens;
import java.util.Arrays;
import java.util.Optional;

/** Unsigned tokens in plain text. For tests only. */
public final class PlainUnsubscribeTokens implements UnsubscribeTokens {
  private static final String PREFIX = "stop~";

  @Override
  public String issue(MailSubscription subscription) {
    return PREFIX + subscription.kind().code() + '~' + subscription.account().value();
  }

  @Override
  public Optional<MailSubscription> verify(String token) {
    return Arrays.stream(NoticeKind.values())
        .filter(kind -> token.startsWith(PREFIX + kind.code() + '~'))
        .findFirst()
        .map(kind -> new MailSubscription(account(token, kind), kind));
  }

  private static AccountId account(String token, NoticeKind kind) {
    return new AccountId(token.substring(PREFIX.length() + kind.code().length() + 1));
  }
}
