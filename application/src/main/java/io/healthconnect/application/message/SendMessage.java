package io.healthconnect.application.message;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.message.Message;
import java.util.Optional;

/** Sends a text to somebody the actor may talk to. */
public interface SendMessage {

  Result<Message, Refusal> handle(Command command);

  /**
   * @param clientId the device's name for the message; a resend with it gives the stored message.
   *     Without one every send is a new message
   */
  record Command(Actor actor, AccountId receiver, String text, Optional<ClientId> clientId) {}

  enum Refusal {
    /** There is no such person for the actor. */
    NOT_FOUND,
    /** They could talk once; the history stays readable. */
    CONTACT_ENDED,
    /** The client id stands for another message. */
    KEY_REUSED
  }
}
