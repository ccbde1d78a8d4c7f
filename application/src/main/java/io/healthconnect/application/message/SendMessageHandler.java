package io.healthconnect.application.message;

import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.message.Draft;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.message.MessageId;
import java.time.Clock;
import java.util.Optional;

final class SendMessageHandler implements SendMessage {
  private final MessageDelivery delivery;
  private final ConversationAccess access;
  private final IdGenerator ids;
  private final Clock clock;

  SendMessageHandler(
      MessageDelivery delivery, ConversationAccess access, IdGenerator ids, Clock clock) {
    this.delivery = delivery;
    this.access = access;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Result<Message, Refusal> sendMessage(Command command) {
    AccountId sender = command.actor().id();
    if (sender.equals(command.receiver())) {
      return Result.failure(Refusal.NOT_FOUND);
    }
    Draft draft =
        new Draft(
            new MessageId(ids.next()),
            sender,
            command.receiver(),
            Optional.of(command.text()),
            Optional.empty(),
            command.clientId().orElseGet(() -> new ClientId(ids.next())),
            clock.instant());
    return delivery
        .deliver(draft)
        .mapFailure(
            refusal ->
                switch (refusal) {
                  case NOT_IN_CONTACT -> access.refusal(sender, command.receiver());
                  case CLIENT_ID_REUSED -> Refusal.KEY_REUSED;
                });
  }
}
