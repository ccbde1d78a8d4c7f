package io.healthconnect.application.message;

import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.MessageRepository;

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

  boolean mayWrite(AccountId one, AccountId other) {
    return policy.mayTalk(one, other);
  }

  boolean mayRead(AccountId one, AccountId other) {
    return mayWrite(one, other) || haveTalked(one, other);
  }

  boolean haveTalked(AccountId one, AccountId other) {
    return !one.equals(other) && !messages.after(Conversation.between(one, other), 0, 1).isEmpty();
  }
}
