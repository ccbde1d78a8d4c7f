package io.healthconnect.signaling.product;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.message.TypingNotices;
import java.util.Optional;

/** The event {@code typing}. */
final class TypingEvents {
  private final TypingNotices notices;
  private final TypingRateLimiter rate;

  TypingEvents(TypingNotices notices, TypingRateLimiter rate) {
    this.notices = notices;
    this.rate = rate;
  }

  /** Within a second the same event gets the same answer, and nothing is read or sent. */
  JsonNode typing(AccountId from, Payload payload) {
    AccountId to = payload.to();
    Optional<JsonNode> recent = rate.recentAnswer(from, to);
    if (recent.isPresent()) {
      return recent.get();
    }
    if (!rate.allows(from)) {
      return Acks.error("rate_limited", "Too many events.");
    }
    JsonNode answer = answer(from, to);
    rate.answered(from, to, answer);
    return answer;
  }

  private JsonNode answer(AccountId from, AccountId to) {
    boolean inContact = !from.equals(to) && notices.typing(from, to);
    return inContact ? Acks.ok() : Acks.error("forbidden", "You may not talk to this person.");
  }
}
