package io.healthconnect.domain.message;

import io.healthconnect.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * A stored chat message.
 *
 * @param seq 1, 2, 3 … in its conversation, without gaps
 */
public record Message(
    MessageId id,
    long seq,
    AccountId sender,
    AccountId receiver,
    Optional<String> text,
    Optional<Image> image,
    ClientId clientId,
    Instant createdAt,
    Optional<Instant> readAt) {

  public Conversation conversation() {
    return Conversation.between(sender, receiver);
  }

  /** The same message without the information whether it was read. */
  public Message withoutReadMark() {
    return new Message(
        id, seq, sender, receiver, text, image, clientId, createdAt, Optional.empty());
  }
}
