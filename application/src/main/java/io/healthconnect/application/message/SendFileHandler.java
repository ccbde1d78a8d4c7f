package io.healthconnect.application.message;

import io.healthconnect.application.media.ImageUploads;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.ImageRefusal;
import io.healthconnect.domain.media.Media;
import io.healthconnect.domain.message.Attachment;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.message.Document;
import io.healthconnect.domain.message.Draft;
import io.healthconnect.domain.message.Image;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.message.MessageId;
import io.healthconnect.domain.message.MessageRepository;
import java.time.Clock;
import java.util.Optional;

final class SendFileHandler implements SendFile {
  private final MessageRepository messages;
  private final MessageDelivery delivery;
  private final ConversationAccess access;
  private final ImageUploads uploads;
  private final IdGenerator ids;
  private final Clock clock;

  SendFileHandler(
      MessageRepository messages,
      MessageDelivery delivery,
      ConversationAccess access,
      ImageUploads uploads,
      IdGenerator ids,
      Clock clock) {
    this.messages = messages;
    this.delivery = delivery;
    this.access = access;
    this.uploads = uploads;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Result<Message, Refusal> sendFile(Command command) {
    Optional<SendMessage.Refusal> closed =
        access.refusesWriting(command.actor().id(), command.receiver());
    if (closed.isPresent()) {
      return Result.failure(new Refusal.NotSent(closed.get()));
    }
    Optional<String> text = Draft.normalise(Optional.of(command.text()));
    return earlier(command, text).orElseGet(() -> send(command, text));
  }

  /** The result of an earlier message with this client id, if there is one. */
  private Optional<Result<Message, Refusal>> earlier(Command command, Optional<String> text) {
    return command
        .clientId()
        .flatMap(clientId -> messages.findSent(command.actor().id(), clientId))
        .map(
            message ->
                isResend(message, command, text)
                    ? Result.success(message)
                    : Result.failure(new Refusal.NotSent(SendMessage.Refusal.KEY_REUSED)));
  }

  private boolean isResend(Message earlier, Command command, Optional<String> text) {
    return earlier.receiver().equals(command.receiver())
        && earlier.text().equals(text)
        && earlier.document().map(Document::name).equals(command.document())
        && earlier.attachment().map(file -> uploads.isOf(file.id(), command.file())).orElse(false);
  }

  private Result<Message, Refusal> send(Command command, Optional<String> text) {
    return take(command)
        .<Refusal>mapFailure(Refusal.NotTaken::new)
        .flatMap(media -> append(command, text, media));
  }

  private Result<Media, ImageRefusal> take(Command command) {
    AccountId sender = command.actor().id();
    return command.document().isPresent()
        ? uploads.takeDocument(sender, command.receiver(), command.file())
        : uploads.take(sender, ImagePurpose.CHAT, Optional.of(command.receiver()), command.file());
  }

  private static Attachment attachment(Command command, Media media) {
    return command
        .document()
        .<Attachment>map(name -> new Document(media.id(), name, media.upload().bytes()))
        .orElseGet(() -> new Image(media.id(), media.width(), media.height()));
  }

  private Result<Message, Refusal> append(Command command, Optional<String> text, Media media) {
    Draft draft =
        new Draft(
            new MessageId(ids.next()),
            command.actor().id(),
            command.receiver(),
            text,
            Optional.of(attachment(command, media)),
            command.clientId().orElseGet(() -> new ClientId(ids.next())),
            clock.instant());
    return delivery
        .deliver(draft)
        .fold(
            Result::success,
            refusal -> {
              // Contact has ended while the file was on its way, or the same message came in twice
              // at once and the other one was stored first.
              uploads.drop(media.id());
              return switch (refusal) {
                case NOT_IN_CONTACT ->
                    Result.failure(
                        new Refusal.NotSent(
                            access.refusal(command.actor().id(), command.receiver())));
                case CLIENT_ID_REUSED -> earlier(command, text).orElseThrow();
              };
            });
  }
}
