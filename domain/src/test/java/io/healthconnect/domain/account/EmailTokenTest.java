package io.healthconnect.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmailTokenTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Email OWN = new Email("ann@example.org");
  private static final Email NEXT = new Email("next@example.org");
  private static final Account ANN =
      Account.create(new AccountId("ann"), Role.PATIENT, new PersonName("Ann"), OWN, NOW);

  private static EmailToken of(Email email) {
    return EmailToken.create("abc", ANN.id(), email, NOW);
  }

  private static Account waiting(boolean confirmed) {
    return ANN.withEmail(OWN, new EmailStatus(confirmed, Optional.of(NEXT)));
  }

  @Test
  void keepsTheHashOfItsSecretOnly() {
    assertEquals(ResetToken.hashOf("abc"), of(OWN).hash());
    assertFalse(of(OWN).toString().contains("abc,"));
  }

  @Test
  void isValidForHalfAnHour() {
    assertTrue(of(OWN).isValidAt(NOW.plusSeconds(1800).minusMillis(1)));
    assertFalse(of(OWN).isValidAt(NOW.plusSeconds(1800)));
  }

  @Test
  void provesAnAddressThatWaits() {
    assertTrue(of(OWN).isWantedBy(ANN));
    assertFalse(of(NEXT).isWantedBy(ANN));
    assertTrue(of(NEXT).isWantedBy(waiting(true)));
    assertFalse(of(OWN).isWantedBy(waiting(true)));
    assertTrue(of(OWN).isWantedBy(waiting(false)));
  }

  @Test
  void provesNothingForOthersAndForDisabledAccounts() {
    Account other =
        Account.create(new AccountId("bob"), Role.PATIENT, new PersonName("Bob"), OWN, NOW);
    assertFalse(of(OWN).isWantedBy(other));
    assertFalse(of(OWN).isWantedBy(ANN.withStanding(new Standing(Approval.NOT_REQUIRED, true))));
  }

  @Test
  void movesTheAccountOrConfirmsItsAddress() {
    assertEquals(ANN.withEmail(NEXT, EmailStatus.CONFIRMED), of(NEXT).confirm(waiting(false)));
    assertEquals(waiting(true), of(OWN).confirm(waiting(false)));
  }
}
