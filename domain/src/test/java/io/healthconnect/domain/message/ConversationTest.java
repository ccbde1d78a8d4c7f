package io.healthconnect.domain.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.account.AccountId;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private static final AccountId ANN = new AccountId("ann");
  private static final AccountId BOB = new AccountId("bob");

  @Test
  void aConversationIsTheSameFromBothSides() {
    assertEquals(Conversation.between(ANN, BOB), Conversation.between(BOB, ANN));
    assertEquals("ann:bob", Conversation.between(BOB, ANN).key());
    assertThrows(InvalidValueException.class, () -> Conversation.between(ANN, ANN));
    assertThrows(InvalidValueException.class, () -> new Conversation(BOB, ANN));
  }
}
