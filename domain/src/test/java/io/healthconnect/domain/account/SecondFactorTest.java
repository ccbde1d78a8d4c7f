package io.healthconnect.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.SecondFactorProof.RecoveryCodeHash;
import io.healthconnect.domain.account.SecondFactorProof.TimeStep;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** G-14: which codes prove what. */
class SecondFactorTest {
  private static final AccountId ID = new AccountId("p1");
  private static final TotpSecret SECRET = new TotpSecret("A".repeat(32));

  /** The last moment of step 1000. */
  private static final Instant NOW = Instant.ofEpochMilli(1001 * 30_000 - 1);

  /** The code of a step is its number. */
  private static final TimeCodes CODES =
      new TimeCodes() {
        @Override
        public TotpSecret newSecret() {
          return SECRET;
        }

        @Override
        public String code(TotpSecret secret, long step) {
          return String.format("%06d", step);
        }
      };

  private static Optional<SecondFactorProof> proof(String typed, long lastStep) {
    return new SecondFactor(ID, SECRET, true, lastStep).proof(typed, NOW, CODES);
  }

  private static Optional<SecondFactorProof> step(long step) {
    return Optional.of(new TimeStep(SECRET, step));
  }

  @Test
  void g14TakesTheCodesOfThreeSteps() {
    assertEquals(Optional.empty(), proof("000998", 0));
    assertEquals(step(999), proof("000999", 0));
    assertEquals(step(1000), proof("001000", 0));
    assertEquals(step(1001), proof("001001", 0));
    assertEquals(Optional.empty(), proof("001002", 0));
  }

  @Test
  void g14TakesNoStepThatWasUsedNorOneBefore() {
    assertEquals(Optional.empty(), proof("000999", 1000));
    assertEquals(Optional.empty(), proof("001000", 1000));
    assertEquals(step(1001), proof("001001", 1000));
  }

  @Test
  void readsCodesWithSpaces() {
    assertEquals(step(1000), proof(" 001 000 ", 0));
  }

  @Test
  void everythingElseMayBeARecoveryCode() {
    for (String typed : new String[] {"abcde-12345-0f0f0-99999", " ABCDE12345 0f0f0\t99999"}) {
      assertEquals(
          Optional.of(new RecoveryCodeHash(RecoveryCode.hashOf("abcde-12345-0f0f0-99999"))),
          proof(typed, 0));
    }
    assertEquals(
        Optional.of(new RecoveryCodeHash(RecoveryCode.hashOf("00100"))), proof("00100", 0));
    assertEquals(
        Optional.empty(), SecondFactor.waiting(ID, SECRET).step("abcde-12345", NOW, CODES));
  }
}
