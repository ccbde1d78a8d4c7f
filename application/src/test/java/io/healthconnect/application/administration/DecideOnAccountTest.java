package io.healthconnect.application.administration;

import static io.healthconnect.application.administration.AdministrationWorld.ADMIN;
import static io.healthconnect.application.administration.AdministrationWorld.actor;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.audit.AuditAction;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecideOnAccountTest {
  private final AdministrationWorld world = new AdministrationWorld();

  private Result<?, DecideOnAccount.Refusal> decide(Actor actor, String id, Decision decision) {
    return world
        .useCases
        .decide()
        .decideOnAccount(new DecideOnAccount.Command(actor, new AccountId(id), decision));
  }

  @Test
  void storesTheDecisionsOfAdminsOnly() {
    for (Decision decision : Decision.values()) {
      assertEquals(
          Result.failure(DecideOnAccount.Refusal.NOT_AN_ADMIN),
          decide(actor("d1", Role.DOCTOR), "d1", decision));
    }
    decide(ADMIN, "d1", Decision.APPROVE);
    assertEquals(2, world.account("d1").version());
    assertEquals(
        List.of(world.event(AuditAction.DOCTOR_APPROVED).about(new AccountId("d1"))),
        world.logged());
    assertEquals(Result.success(world.account("d1")), decide(ADMIN, "d1", Decision.APPROVE));
  }

  @Test
  void saysWhyThereIsNone() {
    assertEquals(
        Result.failure(DecideOnAccount.Refusal.NOT_FOUND),
        decide(ADMIN, "nobody", Decision.DISABLE));
    assertEquals(
        Result.failure(DecideOnAccount.Refusal.NOT_A_DOCTOR),
        decide(ADMIN, "p1", Decision.APPROVE));
    assertEquals(
        Result.failure(DecideOnAccount.Refusal.LAST_ADMIN), decide(ADMIN, "a1", Decision.DISABLE));
  }
}
