package io.healthconnect.application.administration;

import static io.healthconnect.application.administration.AdministrationWorld.ADMIN;
import static io.healthconnect.application.administration.AdministrationWorld.actor;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.RejectionReason;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.audit.AuditAction;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RejectDoctorTest {
  private static final RejectionReason REASON = new RejectionReason("No licence number");

  private final AdministrationWorld world = new AdministrationWorld();

  private Result<Account, DecideOnAccount.Refusal> reject(Actor actor, String id) {
    return world
        .useCases
        .reject()
        .rejectDoctor(new RejectDoctor.Command(actor, new AccountId(id), REASON));
  }

  @Test
  void storesTheReason() {
    assertEquals(Result.success(world.account("d1").withVersion(2)), reasonless());
    assertEquals(Optional.of(REASON), world.account("d1").standing().rejection());
    assertEquals(
        List.of(world.event(AuditAction.DOCTOR_REJECTED).about(new AccountId("d1"))),
        world.logged());
  }

  /** The rejected account but for its standing. */
  private Result<Account, DecideOnAccount.Refusal> reasonless() {
    Account before = world.account("d1");
    return reject(ADMIN, "d1").map(rejected -> rejected.withStanding(before.standing()));
  }

  @Test
  void refusesOthersAndWhoeverIsNoDoctor() {
    assertEquals(
        Result.failure(DecideOnAccount.Refusal.NOT_AN_ADMIN),
        reject(actor("d1", Role.DOCTOR), "d1"));
    assertEquals(Result.failure(DecideOnAccount.Refusal.NOT_A_DOCTOR), reject(ADMIN, "p1"));
    assertEquals(Result.failure(DecideOnAccount.Refusal.NOT_FOUND), reject(ADMIN, "nobody"));
    assertEquals(List.of(), world.logged());
  }
}
