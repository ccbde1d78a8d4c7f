package io.healthconnect.application.erasure;

import static io.healthconnect.application.erasure.ErasureWorld.actor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import org.junit.jupiter.api.Test;

class EraseAccountTest {
  private static final Actor ADMIN = actor("a1", Role.ADMIN);
  private final ErasureWorld world = new ErasureWorld();

  private Result<Account, EraseAccount.Refusal> erase(Actor actor, String id) {
    return world
        .useCases
        .eraseAccount()
        .eraseAccount(new EraseAccount.Command(actor, new AccountId(id)));
  }

  @Test
  void isForAdmins() {
    assertEquals(
        Result.failure(EraseAccount.Refusal.NOT_AN_ADMIN), erase(actor("d1", Role.DOCTOR), "p1"));
    assertEquals("Paul p1", world.account("p1").name().value());
  }

  @Test
  void erasesWithoutThePasswordAndIsLogged() {
    world.book("d1", 0);
    assertTrue(erase(ADMIN, "p1") instanceof Result.Success);
    assertTrue(world.account("p1").standing().erased());
    assertEquals(AppointmentStatus.CANCELLED, world.appointment(0).status());
    AuditEvent logged =
        AuditEvent.of(AuditAction.ACCOUNT_ERASED, world.clock.instant())
            .by(ADMIN.id(), ADMIN.sessionId())
            .about(new AccountId("p1"));
    var events = world.store.audit().events();
    assertEquals(logged, events.get(events.size() - 1));
  }

  @Test
  void saysWhyThereIsNothingToErase() {
    assertEquals(Result.failure(EraseAccount.Refusal.NOT_FOUND), erase(ADMIN, "nobody"));
    assertEquals(Result.failure(EraseAccount.Refusal.LAST_ADMIN), erase(ADMIN, "a1"));
    erase(ADMIN, "p1");
    assertEquals(Result.failure(EraseAccount.Refusal.NOT_FOUND), erase(ADMIN, "p1"));
  }
}
