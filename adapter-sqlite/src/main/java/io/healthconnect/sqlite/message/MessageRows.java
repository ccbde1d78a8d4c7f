package io.healthconnect.sqlite.message;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.message.Attachment;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.message.Document;
import io.healthconnect.domain.message.DocumentName;
import io.healthconnect.domain.message.Image;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.message.MessageId;
import io.healthconnect.sqlite.db.Row;
import java.sql.SQLException;
import java.util.Optional;

/** Reads messages from rows. */
final class MessageRows {
  private MessageRows() {}

  static Message message(Row row) throws SQLException {
    AccountId first = new AccountId(row.text("first_id"));
    AccountId second = new AccountId(row.text("second_id"));
    boolean firstSent = row.text("sender_id").equals(first.value());
    return new Message(
        new MessageId(row.text("id")),
        row.number("seq"),
        firstSent ? first : second,
        firstSent ? second : first,
        row.optionalText("text"),
        attachment(row),
        new ClientId(row.text("client_id")),
        row.instant("created_at"),
        row.optionalInstant("read_at"));
  }

  private static Optional<Attachment> attachment(Row row) throws SQLException {
    Optional<MediaId> id = row.optionalText("file_id").map(MediaId::new);
    return id.isEmpty() ? Optional.empty() : Optional.of(attachment(row, id.get()));
  }

  private static Attachment attachment(Row row, MediaId id) throws SQLException {
    Optional<DocumentName> name = row.optionalText("document_name").map(DocumentName::new);
    return name.isPresent()
        ? new Document(id, name.get(), row.number("document_bytes"))
        : new Image(id, row.smallNumber("image_width"), row.smallNumber("image_height"));
  }
}
