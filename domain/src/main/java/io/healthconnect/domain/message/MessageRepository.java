package io.healthconnect.domain.message;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps messages. Numbers of a conversation have no gaps and no repeats, under any concurrency. A
 * new message tells the change feed ({@code Change.MessageSent}), in the order of the numbers.
 */
public interface MessageRepository {

  /** The sender has used the client id for another message. */
  record ClientIdReused() {}

  /**
   * Stores a message with the next number of its conversation, in one step. When the sender has
   * stored one with this client id already, to the same receiver and with the same text and image,
   * nothing is stored and told, and that message is the answer. An image must be a pending one that
   * the sender has uploaded for this receiver; it becomes attached in the same step.
   *
   * @throws io.healthconnect.domain.StaleVersionException if the image is no such image (any more)
   */
  Result<Message, ClientIdReused> append(Draft draft);

  /** What the sender has sent with this client id. */
  Optional<Message> findSent(AccountId sender, ClientId clientId);

  /**
   * The {@code limit} messages (1 to 100) with the highest numbers below {@code before}, ascending.
   */
  List<Message> before(Conversation conversation, long before, int limit);

  /**
   * The {@code limit} messages (1 to 100) with the lowest numbers above {@code after}, ascending.
   */
  List<Message> after(Conversation conversation, long after, int limit);

  /**
   * Marks what {@code reader} received in the conversation up to and including number {@code upTo}
   * as read. Marks only go forward. If any message changed, tells the change feed ({@code
   * Change.MessagesRead}).
   *
   * @return how many messages changed
   */
  int markRead(Conversation conversation, AccountId reader, long upTo, Instant at);

  /** The person's conversations, the one with the latest message first. */
  Page<ConversationSummary> conversations(AccountId account, PageRequest page);
}
