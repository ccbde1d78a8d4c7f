package io.healthconnect.application.message;

import io.healthconnect.application.Actor;
import io.healthconnect.application.media.ImageUploads;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.message.Message;
import java.util.Optional;

/** Sends an image, with or without text, to somebody the actor may talk to. */
public interface SendImage {

  /**
   * Stores the message once its image is kept. A resend with the same client id gives the stored
   * message and keeps no second image.
   *
   * @throws io.healthconnect.domain.media.ImagesUnavailableException if images cannot be kept now;
   *     nothing is sent
   */
  Result<Message, Refusal> handle(Command command);

  /**
   * @param text may be empty
   * @param file as uploaded
   * @param clientId as for {@link SendMessage}
   */
  record Command(
      Actor actor, AccountId receiver, String text, byte[] file, Optional<ClientId> clientId) {
    @Override
    public String toString() {
      return "SendImage.Command[hidden]";
    }
  }

  /** Why nothing was sent. */
  sealed interface Refusal {
    /** For a reason that a text would meet too. */
    record NotSent(SendMessage.Refusal reason) implements Refusal {}

    /** Because of the file. */
    record NotTaken(ImageUploads.Refusal reason) implements Refusal {}
  }
}
