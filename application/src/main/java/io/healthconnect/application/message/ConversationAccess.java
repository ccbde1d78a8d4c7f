package io.healthconnect.application.message;

import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.MessageRepository;
import java.util.Optional;

/**
 * Who may read a conversation: its two people, while they may talk and for what was said before.
 */
final class ConversationAccess {
  private final MessageRepository messages;
  private final ContactPolicy policy;

  ConversationAccess(MessageRepository messages, ContactPolicy policy) {
    this.messages = messages;
    this.policy = policy;
  }

  private boolean mayWrite(AccountId one, AccountId other) {
    return policy.mayTalk(one, other);
  }

  /** Why one may not write to the other; empty if they may. */
  Optional<SendMessage.Refusal> refusesWriting(AccountId one, AccountId other) {
    if (mayWrite(one, other)) {
      return Optional.empty();
    }
    return Optional.of(
        haveTalked(one, other) ? SendMessage.Refusal.CONTACT_ENDED : SendMessage.Refusal.NOT_FOUND);
  }

  boolean mayRead(AccountId one, AccountId other) {
    return mayWrite(one, other) || haveTalked(one, other);
  }

  private boolean haveTalked(AccountId one, AccountId other) {
    return !one.equals(other) && !messages.after(Conversation.between(one, other), 0, 1).isEmpty();
  }
}
