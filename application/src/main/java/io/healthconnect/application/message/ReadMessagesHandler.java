package io.healthconnect.application.message;

import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.message.MessageRepository;
import java.util.List;
import java.util.Optional;

final class ReadMessagesHandler implements ReadMessages {
  private final MessageRepository messages;
  private final ConversationAccess access;

  ReadMessagesHandler(MessageRepository messages, ConversationAccess access) {
    this.messages = messages;
    this.access = access;
  }

  @Override
  public Optional<List<Message>> handle(Query query) {
    if (!access.mayRead(query.actor().id(), query.other())) {
      return Optional.empty();
    }
    Conversation conversation = Conversation.between(query.actor().id(), query.other());
    return Optional.of(
        query
            .after()
            .map(after -> messages.after(conversation, after, query.limit()))
            .orElseGet(
                () ->
                    messages.before(
                        conversation, query.before().orElse(Long.MAX_VALUE), query.limit())));
  }
}
