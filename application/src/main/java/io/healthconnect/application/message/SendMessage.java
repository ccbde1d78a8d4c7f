package io.healthconnect.application.message;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.message.Message;
import java.util.Optional;

/** Sends a text to somebody the actor may talk to. */
public interface SendMessage {

  Result<Message, Refusal> sendMessage(Command command);

  /**
   * @param clientId the device's id for the message; a resend with it returns the stored message.
   *     Without one, every send is a new message
   */
  record Command(Actor actor, AccountId receiver, String text, Optional<ClientId> clientId) {}

  enum Refusal {
    /** There is no such person, or the actor has never had contact with them. */
    NOT_FOUND,
    /** The two could talk once; earlier messages stay readable. */
    CONTACT_ENDED,
    /** The client id was used for another message. */
    KEY_REUSED
  }
}
