package io.healthconnect.domain.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageTest {
  private static final AccountId ANN = new AccountId("ann");
  private static final AccountId BOB = new AccountId("bob");

  private final Message message =
      new Message(
          new MessageId("m"),
          3,
          BOB,
          ANN,
          Optional.of("hi"),
          Optional.empty(),
          new ClientId("c"),
          Instant.EPOCH,
          Optional.of(Instant.EPOCH.plusSeconds(1)));

  @Test
  void belongsToTheConversationOfItsTwo() {
    assertEquals(Conversation.between(ANN, BOB), message.conversation());
  }

  @Test
  void hidesOnlyTheReadMark() {
    Message hidden = message.withoutReadMark();
    assertEquals(Optional.empty(), hidden.readAt());
    assertEquals(
        message,
        new Message(
            hidden.id(),
            hidden.seq(),
            hidden.sender(),
            hidden.receiver(),
            hidden.text(),
            hidden.attachment(),
            hidden.clientId(),
            hidden.createdAt(),
            message.readAt()));
  }
}
