package io.healthconnect.mongo.media;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.Media;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaState;
import io.healthconnect.domain.media.MediaType;
import io.healthconnect.mongo.db.DocumentFields;
import java.util.Optional;
import org.bson.Document;

/** Maps the records of images to documents. */
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
    if (media.purpose() == ImagePurpose.DOCUMENT) {
      document.append("document", true);
    }
    media.receiver().ifPresent(receiver -> document.append("receiverId", receiver.value()));
    return document;
  }

  static Media media(Document document) {
    Document upload = DocumentFields.part(document, "upload");
    Optional<AccountId> receiver =
        DocumentFields.optionalText(document, "receiverId").map(AccountId::new);
    ImagePurpose withoutReceiver =
        document.getBoolean("document", false) ? ImagePurpose.DOCUMENT : ImagePurpose.AVATAR;
    return new Media(
        new MediaId(DocumentFields.text(document, "_id")),
        new AccountId(DocumentFields.text(document, "ownerId")),
        receiver.isPresent() ? ImagePurpose.CHAT : withoutReceiver,
        receiver,
        MediaType.parse(DocumentFields.text(document, "type")),
        DocumentFields.smallNumber(document, "width"),
        DocumentFields.smallNumber(document, "height"),
        new Media.Upload(
            DocumentFields.number(upload, "bytes"), DocumentFields.text(upload, "sha256")),
        DocumentFields.instant(document, "createdAt"),
        MediaState.parse(DocumentFields.text(document, "state")));
  }
}
