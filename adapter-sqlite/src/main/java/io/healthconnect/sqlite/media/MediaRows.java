package io.healthconnect.sqlite.media;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.Media;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaState;
import io.healthconnect.domain.media.MediaType;
import io.healthconnect.sqlite.db.Row;
import java.sql.SQLException;
import java.util.Optional;

/** Reads the records of images from rows. */
final class MediaRows {
  private MediaRows() {}

  static Media media(Row row) throws SQLException {
    Optional<AccountId> receiver = row.optionalText("receiver_id").map(AccountId::new);
    ImagePurpose withoutReceiver =
        row.flag("document") ? ImagePurpose.DOCUMENT : ImagePurpose.AVATAR;
    return new Media(
        new MediaId(row.text("id")),
        new AccountId(row.text("owner_id")),
        receiver.isPresent() ? ImagePurpose.CHAT : withoutReceiver,
        receiver,
        MediaType.parse(row.text("type")),
        row.smallNumber("width"),
        row.smallNumber("height"),
        new Media.Upload(row.number("upload_bytes"), row.text("upload_sha256")),
        row.instant("created_at"),
        MediaState.parse(row.text("state")));
  }
}
