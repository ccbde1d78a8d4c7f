package io.healthconnect.application.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.account.IssueResetLink;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.ResetToken;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.testkit.account.PlainPasswordHasher;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreateAdminTest {
  private final AdministrationWorld world = new AdministrationWorld();
  private final CreateAdmin createAdmin =
      AdministrationUseCases.createAdmin(
          world.ports(), world.issueResetLink, new PlainPasswordHasher(), world.ids, world.clock);

  @Test
  void makesAnAdminWhoCanSetAPassword() {
    Email email = Email.parse("new@example.org");
    String secret =
        createAdmin.createAdmin(email).fold(IssueResetLink.Issued::secret, refusal -> "");
    Account admin = world.store.accounts().findByEmail(email).orElseThrow();
    assertEquals(Role.ADMIN, admin.role());
    assertEquals(
        List.of(
            AuditEvent.of(AuditAction.ADMIN_CREATED, world.clock.instant()).about(admin.id()),
            AuditEvent.of(AuditAction.RESET_LINK_ISSUED, world.clock.instant()).about(admin.id())),
        world.logged());
    assertTrue(
        world
            .store
            .accounts()
            .resetPassword(
                ResetToken.hashOf(secret), world.clock.instant(), new PasswordHash("next")));
  }

  @Test
  void takesNoAddressOfAnotherAccount() {
    assertEquals(
        Result.failure(CreateAdmin.Refusal.EMAIL_TAKEN),
        createAdmin.createAdmin(world.account("p1").email()));
    assertEquals(Role.PATIENT, world.account("p1").role());
  }
}
