package io.healthconnect.application.message;

import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.application.media.ImageUploads;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.domain.presence.Presence;
import java.time.Clock;

/** The use cases of messages. */
public record MessageUseCases(
    SendMessage send,
    SendFile sendFile,
    ReadMessages read,
    MarkRead markRead,
    ListConversations listConversations) {

  public static MessageUseCases create(
      MessageRepository messages,
      Presence presence,
      AccountRepository accounts,
      ContactPolicy policy,
      ImageUploads uploads,
      IdGenerator ids,
      Clock clock) {
    ConversationAccess access = new ConversationAccess(messages, policy);
    MessageDelivery delivery = new MessageDelivery(messages, presence);
    return new MessageUseCases(
        new SendMessageHandler(delivery, access, ids, clock),
        new SendFileHandler(messages, delivery, access, uploads, ids, clock),
        new ReadMessagesHandler(messages, access),
        new MarkReadHandler(messages, access, clock),
        new ListConversationsHandler(messages, accounts, policy));
  }
}
