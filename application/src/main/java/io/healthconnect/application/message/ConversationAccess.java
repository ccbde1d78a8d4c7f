package io.healthconnect.application.message;

import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.message.MessageRepository;
import java.util.Optional;

/** Decides who may read a conversation: its two people, while they may talk and afterwards. */
final class ConversationAccess {
  private final MessageRepository messages;
  private final ContactPolicy policy;

  ConversationAccess(MessageRepository messages, ContactPolicy policy) {
    this.messages = messages;
    this.policy = policy;
  }

  /** Whether the two may talk now, as opposed to only reading earlier messages. */
  boolean mayWrite(AccountId one, AccountId other) {
    return policy.mayTalk(one, other);
  }

  /** Why one may not write to the other; empty if it is allowed. */
  Optional<SendMessage.Refusal> refusesWriting(AccountId one, AccountId other) {
    return mayWrite(one, other) ? Optional.empty() : Optional.of(refusal(one, other));
  }

  /** Why somebody who may not write to the other is refused. */
  SendMessage.Refusal refusal(AccountId one, AccountId other) {
    return haveTalked(one, other)
        ? SendMessage.Refusal.CONTACT_ENDED
        : SendMessage.Refusal.NOT_FOUND;
  }

  /**
   * The message as the reader may see it: once contact has ended, nobody learns whether the other
   * has read anything.
   */
  static Message visibleTo(AccountId reader, Message message, boolean inContact) {
    return inContact || !message.sender().equals(reader) ? message : message.withoutReadMark();
  }

  boolean mayRead(AccountId one, AccountId other) {
    return mayWrite(one, other) || haveTalked(one, other);
  }

  /** Whether there is any message of the two. */
  boolean haveTalked(AccountId one, AccountId other) {
    return !one.equals(other) && !messages.after(Conversation.between(one, other), 0, 1).isEmpty();
  }
}
