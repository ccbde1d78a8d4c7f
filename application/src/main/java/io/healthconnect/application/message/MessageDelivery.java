package io.healthconnect.application.message;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.message.Draft;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.domain.presence.Presence;

/** Stores messages. Those whose receiver has no connected device also leave a notice. */
final class MessageDelivery {
  private final MessageRepository messages;
  private final Presence presence;

  MessageDelivery(MessageRepository messages, Presence presence) {
    this.messages = messages;
    this.presence = presence;
  }

  Result<Message, MessageRepository.Refusal> deliver(Draft draft) {
    return presence.isOnline(draft.receiver())
        ? messages.append(draft)
        : messages.appendForAbsent(draft);
  }
}
