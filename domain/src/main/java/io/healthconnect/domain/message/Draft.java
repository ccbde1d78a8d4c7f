package io.healthconnect.domain.message;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Text;
import io.healthconnect.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/** A message without a number yet. It has text (1 to 4,096 code points), a file, or both. */
public record Draft(
    MessageId id,
    AccountId sender,
    AccountId receiver,
    Optional<String> text,
    Optional<Attachment> attachment,
    ClientId clientId,
    Instant createdAt) {
  private static final int MAX_LENGTH = 4096;

  public Draft {
    text = normalise(text);
    if (text.isEmpty() && attachment.isEmpty()) {
      throw InvalidValueException.required("text");
    }
  }

  /**
   * The text as it is stored; blank text becomes empty.
   *
   * @throws InvalidValueException if it is too long or contains forbidden characters
   */
  public static Optional<String> normalise(Optional<String> text) {
    return text.map(t -> Text.block("text", t, MAX_LENGTH)).filter(t -> !t.isEmpty());
  }

  public Conversation conversation() {
    return Conversation.between(sender, receiver);
  }

  public Message numbered(long seq) {
    return new Message(
        id, seq, sender, receiver, text, attachment, clientId, createdAt, Optional.empty());
  }
}
