package io.healthconnect.application.administration;

import static io.healthconnect.application.administration.AdministrationWorld.ADMIN;
import static io.healthconnect.application.administration.AdministrationWorld.actor;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.Evidence;
import io.healthconnect.domain.doctor.LicenceNumber;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShowAccountTest {
  private final AdministrationWorld world = new AdministrationWorld();

  private Result<AccountDetails, ShowAccount.Refusal> show(Actor actor, String id) {
    return world.useCases.show().showAccount(new ShowAccount.Query(actor, new AccountId(id)));
  }

  @Test
  void showsADoctorWithPracticeAndEvidenceAndAPatientWithout() {
    Evidence evidence =
        world
            .store
            .evidence()
            .change(
                DoctorId.of("d1"),
                none -> none.withLicenceNumber(Optional.of(new LicenceNumber("MD-4711"))));
    assertEquals(
        Result.success(
            new AccountDetails(
                world.account("d1"),
                world.store.doctors().findListing(DoctorId.of("d1")),
                evidence)),
        show(ADMIN, "d1"));
    assertEquals(
        Result.success(new AccountDetails(world.account("p1"), Optional.empty(), Evidence.NONE)),
        show(ADMIN, "p1"));
    assertEquals(Result.failure(ShowAccount.Refusal.NOT_FOUND), show(ADMIN, "nobody"));
    AuditEvent look = world.event(AuditAction.ACCOUNT_READ);
    assertEquals(
        List.of(look.about(new AccountId("d1")), look.about(new AccountId("p1"))), world.logged());
  }

  @Test
  void showsNothingToOthersEvenOfThemselves() {
    assertEquals(
        Result.failure(ShowAccount.Refusal.NOT_AN_ADMIN), show(actor("p1", Role.PATIENT), "p1"));
    assertEquals(
        Result.failure(ShowAccount.Refusal.NOT_AN_ADMIN), show(actor("d1", Role.DOCTOR), "x"));
  }
}
