package io.healthconnect.application.administration;

import static io.healthconnect.application.administration.AdministrationWorld.ADMIN;
import static io.healthconnect.application.administration.AdministrationWorld.actor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.Actor;
import io.healthconnect.application.account.IssueResetLink;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.ResetToken;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.testkit.account.Accounts;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandOutResetLinkTest {
  private final AdministrationWorld world = new AdministrationWorld();

  private Result<IssueResetLink.Issued, HandOutResetLink.Refusal> link(Actor actor, String id) {
    return world
        .useCases
        .handOutResetLink()
        .handOutResetLink(new HandOutResetLink.Command(actor, new AccountId(id)));
  }

  @Test
  void makesALinkOfTheAccount() {
    String secret = link(ADMIN, "p1").fold(IssueResetLink.Issued::secret, refusal -> "");
    assertEquals(
        new AccountId("p1"),
        world.store.accounts().findResetToken(ResetToken.hashOf(secret)).get().accountId());
    assertEquals(
        List.of(world.event(AuditAction.RESET_LINK_ISSUED).about(new AccountId("p1"))),
        world.logged());
  }

  @Test
  void refusesOthersAndDisabledAccounts() {
    assertEquals(
        Result.failure(HandOutResetLink.Refusal.NOT_AN_ADMIN),
        link(actor("p1", Role.PATIENT), "p1"));
    assertEquals(Result.failure(HandOutResetLink.Refusal.NOT_FOUND), link(ADMIN, "nobody"));
    assertTrue(
        world
                .store
                .administration()
                .decide(
                    new AccountId("p1"),
                    Decision.DISABLE,
                    Accounts.decided(new AccountId("p1"), Decision.DISABLE))
            instanceof Result.Success);
    assertEquals(Result.failure(HandOutResetLink.Refusal.ACCOUNT_DISABLED), link(ADMIN, "p1"));
  }
}
