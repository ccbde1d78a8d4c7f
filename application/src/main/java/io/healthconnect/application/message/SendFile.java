package io.healthconnect.application.message;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.media.ImageRefusal;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.message.DocumentName;
import io.healthconnect.domain.message.Message;
import java.util.Optional;
import java.util.function.Function;

/** Sends an image or a document, with or without text, to somebody the actor may talk to. */
public interface SendFile {

  /**
   * Stores the message once its file is stored. A resend with the same client id returns the stored
   * message and stores no second file.
   *
   * @throws io.healthconnect.domain.media.ImagesUnavailableException if files cannot be stored now;
   *     nothing is sent
   */
  Result<Message, Refusal> sendFile(Command command);

  /**
   * @param text may be empty
   * @param file as uploaded
   * @param document the name of a document, which must be a PDF; empty for an image
   * @param clientId as in {@link SendMessage}
   */
  record Command(
      Actor actor,
      AccountId receiver,
      String text,
      byte[] file,
      Optional<DocumentName> document,
      Optional<ClientId> clientId) {
    @Override
    public String toString() {
      return "SendFile.Command[hidden]";
    }
  }

  /** Why nothing was sent. */
  sealed interface Refusal {
    /** Calls the function for this kind of reason and returns its value. */
    <T> T fold(
        Function<? super SendMessage.Refusal, ? extends T> onNotSent,
        Function<? super ImageRefusal, ? extends T> onNotTaken);

    /** A reason that applies to text messages too. */
    record NotSent(SendMessage.Refusal reason) implements Refusal {
      @Override
      public <T> T fold(
          Function<? super SendMessage.Refusal, ? extends T> onNotSent,
          Function<? super ImageRefusal, ? extends T> onNotTaken) {
        return onNotSent.apply(reason);
      }
    }

    /** A reason that concerns the file. */
    record NotTaken(ImageRefusal reason) implements Refusal {
      @Override
      public <T> T fold(
          Function<? super SendMessage.Refusal, ? extends T> onNotSent,
          Function<? super ImageRefusal, ? extends T> onNotTaken) {
        return onNotTaken.apply(reason);
      }
    }
  }
}
