package io.healthconnect.application.message;

import io.healthconnect.domain.account.AccountId;
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
  public Optional<Part> readMessages(Query query) {
    AccountId reader = query.actor().id();
    if (reader.equals(query.other())) {
      return Optional.empty();
    }
    List<Message> found = oneMore(query, Conversation.between(reader, query.other()));
    // Asked last: marks that were set after contact had ended are not among what was read before.
    boolean inContact = access.mayWrite(reader, query.other());
    if (!inContact && found.isEmpty() && !access.haveTalked(reader, query.other())) {
      return Optional.empty();
    }
    boolean more = found.size() > query.limit();
    int from = more && query.after().isEmpty() ? 1 : 0;
    return Optional.of(
        new Part(
            found.subList(from, Math.min(found.size(), from + query.limit())).stream()
                .map(message -> ConversationAccess.visibleTo(reader, message, inContact))
                .toList(),
            more));
  }

  /** One message more than asked for, if there is one. */
  private List<Message> oneMore(Query query, Conversation conversation) {
    int limit = query.limit() + 1;
    return query
        .after()
        .map(after -> messages.after(conversation, after, limit))
        .orElseGet(
            () -> messages.before(conversation, query.before().orElse(Long.MAX_VALUE), limit));
  }
}
