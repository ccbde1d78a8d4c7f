package io.healthconnect.domain.message;

import io.healthconnect.domain.account.AccountId;

/**
 * Publishes that somebody is writing, as {@code Change.Typing}. Nothing is stored, and nothing is
 * thrown if it cannot be published.
 */
public interface TypingNotices {
  void typing(AccountId from, AccountId to);
}
