package io.healthconnect.mongo.media;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.MediaId;
import io.healthconnect.domain.media.ImageType;
import io.healthconnect.domain.media.Media;
import io.healthconnect.domain.media.MediaState;
import io.healthconnect.mongo.db.Stored;
import org.bson.Document;

/** What is known of images, as documents. */
final class MediaDocuments {
  private MediaDocuments() {}

  static Document document(Media media) {
    Document upload =
        new Document("bytes", media.upload().bytes()).append("sha256", media.upload().sha256());
    Document document =
        new Document("_id", media.id().value())
            .append("ownerId", media.owner().value())
            .append("type", media.type().extension())
            .append("width", media.width())
            .append("height", media.height())
            .append("upload", upload)
            .append("createdAt", media.createdAt())
            .append("state", media.state().code());
    media.receiver().ifPresent(receiver -> document.append("receiverId", receiver.value()));
    return document;
  }

  static Media media(Document document) {
    Document upload = Stored.part(document, "upload");
    return new Media(
        new MediaId(Stored.text(document, "_id")),
        new AccountId(Stored.text(document, "ownerId")),
        Stored.optionalText(document, "receiverId").map(AccountId::new),
        ImageType.parse(Stored.text(document, "type")),
        Stored.smallNumber(document, "width"),
        Stored.smallNumber(document, "height"),
        new Media.Upload(Stored.number(upload, "bytes"), Stored.text(upload, "sha256")),
        Stored.instant(document, "createdAt"),
        MediaState.parse(Stored.text(document, "state")));
  }
}
