package io.healthconnect.domain.message;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.account.AccountId;

/** What two people say to each other, whoever is asked: {@code first} is the lesser id. */
public record Conversation(AccountId first, AccountId second) {
  public Conversation {
    if (first.value().compareTo(second.value()) >= 0) {
      throw new InvalidValueException("receiverId", "must be somebody else");
    }
  }

  public static Conversation between(AccountId one, AccountId other) {
    return one.value().compareTo(other.value()) < 0
        ? new Conversation(one, other)
        : new Conversation(other, one);
  }

  /** One text for the pair, for keys: both ids with a colon between. */
  public String key() {
    return first.value() + ":" + second.value();
  }
}
