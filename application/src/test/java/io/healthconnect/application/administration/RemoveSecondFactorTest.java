package io.healthconnect.application.administration;

import static io.healthconnect.application.administration.AdministrationWorld.ADMIN;
import static io.healthconnect.application.administration.AdministrationWorld.actor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SecondFactorProof.TimeStep;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.testkit.account.PlainTimeCodes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RemoveSecondFactorTest {
  private final AdministrationWorld world = new AdministrationWorld();

  private Result<Account, RemoveSecondFactor.Refusal> remove(Optional<Actor> by, String id) {
    return world
        .useCases
        .removeSecondFactor()
        .removeSecondFactor(new RemoveSecondFactor.Command(by, new AccountId(id)));
  }

  private void turnOn(String id) {
    AccountId account = new AccountId(id);
    assertTrue(world.store.accounts().beginSecondFactor(account, PlainTimeCodes.secret(1)));
    assertTrue(
        world
            .store
            .accounts()
            .turnOnSecondFactor(
                account,
                new TimeStep(PlainTimeCodes.secret(1), 1),
                Set.of(),
                new SessionId("here"),
                world.event(AuditAction.SECOND_FACTOR_ON).about(account)));
  }

  private List<AuditEvent> removals() {
    return world.logged().stream()
        .filter(event -> event.action() == AuditAction.SECOND_FACTOR_REMOVED)
        .toList();
  }

  @Test
  void anAdminRemovesThatOfSomebodyElse() {
    turnOn("p1");
    Account before = world.account("p1");
    assertEquals(Result.success(before.withSecondFactor(false)), remove(Optional.of(ADMIN), "p1"));
    assertFalse(world.account("p1").secondFactor());
    assertEquals(
        List.of(world.event(AuditAction.SECOND_FACTOR_REMOVED).about(before.id())), removals());
  }

  @Test
  void whoeverRunsTheServerHelpsTheLastAdmin() {
    turnOn("a1");
    assertEquals(
        Result.success(world.account("a1").withSecondFactor(false)),
        remove(Optional.empty(), "a1"));
    assertEquals(
        List.of(
            AuditEvent.of(AuditAction.SECOND_FACTOR_REMOVED, world.clock.instant())
                .about(ADMIN.id())),
        removals());
  }

  @Test
  void refusesOthersAndTheOwnAccount() {
    turnOn("p1");
    turnOn("a1");
    assertEquals(
        Result.failure(RemoveSecondFactor.Refusal.NOT_AN_ADMIN),
        remove(Optional.of(actor("d1", Role.DOCTOR)), "p1"));
    assertEquals(
        Result.failure(RemoveSecondFactor.Refusal.OWN_ACCOUNT), remove(Optional.of(ADMIN), "a1"));
    assertEquals(
        Result.failure(RemoveSecondFactor.Refusal.NOT_FOUND), remove(Optional.of(ADMIN), "nobody"));
    assertTrue(world.account("p1").secondFactor() && world.account("a1").secondFactor());
    assertEquals(List.of(), removals());
  }
}
