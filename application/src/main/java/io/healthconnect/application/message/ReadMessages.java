package io.healthconnect.application.message;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.message.Message;
import java.util.List;
import java.util.Optional;

/**
 * A part of the actor's conversation with somebody, ascending by number. Empty when the two neither
 * may talk nor ever did.
 */
public interface ReadMessages {

  Optional<List<Message>> handle(Query query);

  /**
   * @param before only numbers below; for older pages
   * @param after only numbers above; for catching up after a reconnect. Not together with {@code
   *     before}; with neither, the latest
   */
  record Query(
      Actor actor, AccountId other, Optional<Long> before, Optional<Long> after, int limit) {
    public Query {
      if (before.isPresent() && after.isPresent()) {
        throw new InvalidValueException("after", "must not be given together with before");
      }
      if (limit < 1 || limit > 100) {
        throw new InvalidValueException("limit", "must be 1 to 100");
      }
    }
  }
}
