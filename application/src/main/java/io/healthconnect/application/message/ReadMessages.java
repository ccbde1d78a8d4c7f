package io.healthconnect.application.message;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.message.Message;
import java.util.List;
import java.util.Optional;

/**
 * Reads a part of the actor's conversation with somebody, in ascending order of numbers. Empty if
 * the two may not talk and have never talked.
 */
public interface ReadMessages {

  Optional<Part> readMessages(Query query);

  /**
   * @param more whether there are others in the direction that was asked: above the last for {@code
   *     after}, below the first otherwise
   */
  record Part(List<Message> messages, boolean more) {
    public Part {
      messages = List.copyOf(messages);
    }
  }

  /**
   * @param before only lower numbers, for older pages
   * @param after only higher numbers, to catch up after a reconnect; not together with {@code
   *     before}. With neither, the latest messages
   */
  record Query(
      Actor actor, AccountId other, Optional<Long> before, Optional<Long> after, int limit) {
    public Query {
      if (before.isPresent() && after.isPresent()) {
        throw new InvalidValueException(
            "after", "must not be given together with before", Code.NOT_ALLOWED);
      }
      if (limit < 1 || limit > 100) {
        throw InvalidValueException.outOfRange("limit", 1, 100);
      }
    }
  }
}
