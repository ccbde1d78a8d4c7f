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
    Optional<Attachment> attachment,
    ClientId clientId,
    Instant createdAt,
    Optional<Instant> readAt) {

  public Conversation conversation() {
    return Conversation.between(sender, receiver);
  }

  public Optional<Image> image() {
    return attachment.filter(Image.class::isInstance).map(Image.class::cast);
  }

  public Optional<Document> document() {
    return attachment.filter(Document.class::isInstance).map(Document.class::cast);
  }

  /** The same message without the information whether it was read. */
  public Message withoutReadMark() {
    return new Message(
        id, seq, sender, receiver, text, attachment, clientId, createdAt, Optional.empty());
  }
}
