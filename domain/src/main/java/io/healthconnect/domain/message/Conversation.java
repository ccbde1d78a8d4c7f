package io.healthconnect.domain.message;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import io.healthconnect.domain.account.AccountId;

/** The conversation of two people, the same from either side: {@code first} is the lesser id. */
public record Conversation(AccountId first, AccountId second) {
  public Conversation {
    if (first.value().compareTo(second.value()) >= 0) {
      throw new InvalidValueException("receiverId", "must be somebody else", Code.NOT_ALLOWED);
    }
  }

  public static Conversation between(AccountId one, AccountId other) {
    return one.value().compareTo(other.value()) < 0
        ? new Conversation(one, other)
        : new Conversation(other, one);
  }

  /** One text for the pair, for use in keys: both ids, separated by a colon. */
  public String key() {
    return first.value() + ":" + second.value();
  }
}
