package io.healthconnect.application.message;

import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.MessageRepository;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

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
  public boolean handle(Command command) {
    if (!access.mayRead(command.actor().id(), command.other())) {
      return false;
    }
    messages.markRead(
        Conversation.between(command.actor().id(), command.other()),
        command.actor().id(),
        command.upTo(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return true;
  }
}
