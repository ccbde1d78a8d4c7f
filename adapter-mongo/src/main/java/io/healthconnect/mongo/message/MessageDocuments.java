package io.healthconnect.mongo.message;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.MediaId;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.message.Image;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.message.MessageId;
import io.healthconnect.mongo.db.Stored;
import java.util.List;
import org.bson.Document;

/** Messages as documents. */
public final class MessageDocuments {
  private MessageDocuments() {}

  /** A message that is the latest of its conversation, and unread. */
  static Document latest(Message message) {
    Document document =
        new Document("_id", message.id().value())
            .append("conversation", message.conversation().key())
            .append("seq", message.seq())
            .append("senderId", message.sender().value())
            .append("receiverId", message.receiver().value())
            .append("clientId", message.clientId().value())
            .append("createdAt", message.createdAt())
            .append("unread", true)
            .append("heads", List.of(message.sender().value(), message.receiver().value()));
    message.text().ifPresent(text -> document.append("text", text));
    message.image().ifPresent(image -> document.append("image", document(image)));
    return document;
  }

  private static Document document(Image image) {
    return new Document("id", image.id().value())
        .append("width", image.width())
        .append("height", image.height());
  }

  public static Message message(Document document) {
    return new Message(
        new MessageId(Stored.text(document, "_id")),
        Stored.number(document, "seq"),
        new AccountId(Stored.text(document, "senderId")),
        new AccountId(Stored.text(document, "receiverId")),
        Stored.optionalText(document, "text"),
        Stored.optionalPart(document, "image").map(MessageDocuments::image),
        new ClientId(Stored.text(document, "clientId")),
        Stored.instant(document, "createdAt"),
        Stored.optionalInstant(document, "readAt"));
  }

  private static Image image(Document document) {
    return new Image(
        new MediaId(Stored.text(document, "id")),
        Stored.smallNumber(document, "width"),
        Stored.smallNumber(document, "height"));
  }
}
