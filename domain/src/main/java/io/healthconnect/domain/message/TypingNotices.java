package io.healthconnect.domain.message;

import io.healthconnect.domain.account.AccountId;

/** Publishes that somebody is writing. Nothing is stored. */
public interface TypingNotices {

  /**
   * Publishes {@code Change.Typing} if the two, who are not the same person, are in contact in that
   * same step, as for {@link MessageRepository#append}.
   *
   * @return whether they are
   */
  boolean typing(AccountId from, AccountId to);
}
