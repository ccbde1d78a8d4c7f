package io.healthconnect.domain.message;

import io.healthconnect.domain.account.AccountId;

/**
 * Passes on that somebody is writing, as {@code Change.Typing}. Nothing is kept, nothing is thrown
 * when it cannot be passed on.
 */
public interface TypingNotices {
  void typing(AccountId from, AccountId to);
}
