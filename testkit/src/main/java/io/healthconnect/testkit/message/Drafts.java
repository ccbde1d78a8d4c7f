package io.healthconnect.testkit.message;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.message.Document;
import io.healthconnect.domain.message.DocumentName;
import io.healthconnect.domain.message.Draft;
import io.healthconnect.domain.message.Image;
import io.healthconnect.domain.message.MessageId;
import java.time.Instant;
import java.util.Optional;

/** Valid drafts of messages. */
public final class Drafts {
  /** When the messages of the fixtures were sent. */
  public static final Instant SENT = Instant.parse("2026-03-01T12:00:00.005Z");

  private Drafts() {}

  /** A text whose client id is {@code c-} followed by its id. */
  public static Draft text(String id, String sender, String receiver, String text) {
    return new Draft(
        new MessageId(id),
        new AccountId(sender),
        new AccountId(receiver),
        Optional.of(text),
        Optional.empty(),
        new ClientId("c-" + id),
        SENT);
  }

  /** An image without text whose client id is {@code c-} followed by its id. */
  public static Draft image(String id, String sender, String receiver, String image) {
    return new Draft(
        new MessageId(id),
        new AccountId(sender),
        new AccountId(receiver),
        Optional.empty(),
        Optional.of(new Image(new MediaId(image), 640, 480)),
        new ClientId("c-" + id),
        SENT);
  }

  /** A document without text whose client id is {@code c-} followed by its id. */
  public static Draft document(String id, String sender, String receiver, String media) {
    return new Draft(
        new MessageId(id),
        new AccountId(sender),
        new AccountId(receiver),
        Optional.empty(),
        Optional.of(new Document(new MediaId(media), new DocumentName("Blood test.pdf"), 1_234)),
        new ClientId("c-" + id),
        SENT);
  }
}
