package io.healthconnect.application.message;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.MessageRepository;
import java.time.Clock;
import java.time.Instant;

final class MarkReadHandler implements MarkRead {
  private final MessageRepository messages;
  private final ConversationAccess access;
  private final Clock clock;

  MarkReadHandler(MessageRepository messages, ConversationAccess access, Clock clock) {
    this.messages = messages;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public boolean markRead(Command command) {
    AccountId reader = command.actor().id();
    if (!access.mayRead(reader, command.other())) {
      return false;
    }
    Conversation conversation = Conversation.between(reader, command.other());
    Instant now = clock.instant();
    // The store tells the other side only while there is contact.
    messages.markRead(conversation, reader, command.upTo(), now);
    return true;
  }
}
