package io.healthconnect.domain.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.media.MediaId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DraftTest {
  private static final AccountId ANN = new AccountId("ann");
  private static final AccountId BOB = new AccountId("bob");

  @Test
  void aMessageHasTextOrAnImageOrBoth() {
    Optional<Attachment> image = Optional.of(new Image(new MediaId("image"), 1, 1));
    assertEquals(Optional.empty(), draft(Optional.of(" \n"), image).text());
    assertEquals(Optional.of("hi"), draft(Optional.of(" hi "), image).text());
    assertThrows(InvalidValueException.class, () -> draft(Optional.of(" "), Optional.empty()));
    assertThrows(InvalidValueException.class, () -> draft(Optional.empty(), Optional.empty()));
  }

  @Test
  void aDocumentStandsForTextToo() {
    Document document = new Document(new MediaId("file"), new DocumentName("a"), 9);
    Message message = draft(Optional.empty(), Optional.of(document)).numbered(1);
    assertEquals(Optional.of(document), message.document());
    assertEquals(Optional.empty(), message.image());
  }

  @Test
  void textHasAtMost4096CodePoints() {
    for (int length : new int[] {1, 4095, 4096}) {
      Optional<String> text = Optional.of("\uD83D\uDE00".repeat(length));
      assertEquals(text, draft(text, Optional.empty()).text());
    }
    for (int length : new int[] {4097, 100_000}) {
      Optional<String> text = Optional.of("x".repeat(length));
      assertThrows(InvalidValueException.class, () -> draft(text, Optional.empty()));
    }
  }

  @Test
  void aDraftBecomesAMessageThatNobodyHasRead() {
    Draft draft = draft(Optional.of("hi"), Optional.empty());
    Message message = draft.numbered(7);
    assertEquals(7, message.seq());
    assertEquals(draft.conversation(), message.conversation());
    assertEquals(Optional.empty(), message.readAt());
  }

  private static Draft draft(Optional<String> text, Optional<Attachment> file) {
    return new Draft(
        new MessageId("message"), ANN, BOB, text, file, new ClientId("c"), Instant.EPOCH);
  }
}
