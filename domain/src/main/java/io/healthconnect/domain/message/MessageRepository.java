package io.healthconnect.domain.message;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stores messages. The numbers in a conversation have no gaps and no repeats, under any
 * concurrency. New messages are published ({@code Change.MessageSent}) in the order of their
 * numbers.
 */
public interface MessageRepository {

  /** Why a message was not stored. */
  enum Refusal {
    /**
     * No appointment of the two {@code opensContact}, or none does any longer, or one of the two
     * was erased.
     */
    NOT_IN_CONTACT,
    /** The sender has used the client id for another message. */
    CLIENT_ID_REUSED
  }

  /**
   * Stores a message with the next number of its conversation, in one step, if the two are in
   * contact in that same step: once an appointment is saved that ended their contact, or one of
   * them is erased, nothing more is stored, at whichever process. If the sender has already stored
   * one with this client id, to the same receiver and with the same text and file, nothing is
   * stored or published, and that message is the result. A file must be a pending one that the
   * sender has uploaded for this receiver; it becomes attached in the same step.
   *
   * @throws io.healthconnect.domain.StaleVersionException if the file is not such a file, or no
   *     longer
   */
  Result<Message, Refusal> append(Draft draft);

  /**
   * Stores a message as {@link #append} does, for a receiver who is away: in the same step, a
   * notice tells of a message that is stored now.
   */
  Result<Message, Refusal> appendForAbsent(Draft draft);

  /** The message that the sender has sent with this client id. */
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
   * Marks the messages that {@code reader} received in the conversation, up to and including number
   * {@code upTo}, as read. Marks only move forward. If any message changed, and the two are in
   * contact in that same step as for {@link #append}, this is published ({@code
   * Change.MessagesRead}). If that leaves none unread that {@code reader} received, the notice of
   * {@code reader} that tells of them is read in the same step.
   *
   * @return how many messages changed
   */
  int markRead(Conversation conversation, AccountId reader, long upTo, Instant at);

  /**
   * Removes messages from the conversations of an erased person, whoever sent them, at most {@code
   * limit}, in one step; the latest of a conversation go last. Their files are discarded in the
   * same step. A conversation without messages is gone.
   *
   * @return how many; fewer than {@code limit} if none is left
   */
  int removeOf(AccountId person, int limit);

  /** The person's conversations, the most recent first. */
  Page<ConversationSummary> conversations(AccountId account, PageRequest page);
}
