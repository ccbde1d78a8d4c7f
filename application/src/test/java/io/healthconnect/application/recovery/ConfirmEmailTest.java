package io.healthconnect.application.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.EmailRepository;
import io.healthconnect.domain.outbox.AccountMail;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfirmEmailTest {
  private final RecoveryWorld world = new RecoveryWorld();
  private final Account paul = world.person("p1");

  private String mailed() {
    world.store.accountMails().ask(AccountMail.confirmation(paul, world.clock.instant()));
    return world.mailedSecret();
  }

  private Result<Account, EmailRepository.Refusal> confirm(String secret) {
    return world.useCases().confirmEmail().confirmEmail(secret);
  }

  @Test
  void confirmsOnceAndWritesNothingDownAboutTheSameAddress() {
    String secret = mailed();
    assertTrue(confirm(secret) instanceof Result.Success);
    assertTrue(world.stored(paul).emailStatus().confirmed());
    assertEquals(Result.failure(EmailRepository.Refusal.INVALID_TOKEN), confirm(secret));
    assertEquals(List.of(), world.audited());
  }

  @Test
  void refusesWhatIsMadeUpOrExpired() {
    String secret = mailed();
    world.clock.advance(Duration.ofMinutes(30));
    for (String wrong : List.of(secret, "made up", "")) {
      assertEquals(Result.failure(EmailRepository.Refusal.INVALID_TOKEN), confirm(wrong));
    }
  }
}
