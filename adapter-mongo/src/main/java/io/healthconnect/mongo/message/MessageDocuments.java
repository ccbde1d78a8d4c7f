package io.healthconnect.mongo.message;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.message.Attachment;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.message.DocumentName;
import io.healthconnect.domain.message.Image;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.message.MessageId;
import io.healthconnect.mongo.db.DocumentFields;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Maps messages to documents. */
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
    message.image().ifPresent(image -> document.append("image", part(image)));
    message.document().ifPresent(file -> document.append("document", part(file)));
    return document;
  }

  private static Document part(Image image) {
    return new Document("id", image.id().value())
        .append("width", image.width())
        .append("height", image.height());
  }

  private static Document part(io.healthconnect.domain.message.Document file) {
    return new Document("id", file.id().value())
        .append("name", file.name().value())
        .append("bytes", file.bytes());
  }

  public static Message message(Document document) {
    return new Message(
        new MessageId(DocumentFields.text(document, "_id")),
        DocumentFields.number(document, "seq"),
        new AccountId(DocumentFields.text(document, "senderId")),
        new AccountId(DocumentFields.text(document, "receiverId")),
        DocumentFields.optionalText(document, "text"),
        attachment(document),
        new ClientId(DocumentFields.text(document, "clientId")),
        DocumentFields.instant(document, "createdAt"),
        DocumentFields.optionalInstant(document, "readAt"));
  }

  private static Optional<Attachment> attachment(Document document) {
    return DocumentFields.optionalPart(document, "image")
        .<Attachment>map(MessageDocuments::image)
        .or(() -> DocumentFields.optionalPart(document, "document").map(MessageDocuments::file));
  }

  private static Attachment file(Document document) {
    return new io.healthconnect.domain.message.Document(
        new MediaId(DocumentFields.text(document, "id")),
        new DocumentName(DocumentFields.text(document, "name")),
        DocumentFields.number(document, "bytes"));
  }

  private static Image image(Document document) {
    return new Image(
        new MediaId(DocumentFields.text(document, "id")),
        DocumentFields.smallNumber(document, "width"),
        DocumentFields.smallNumber(document, "height"));
  }
}
