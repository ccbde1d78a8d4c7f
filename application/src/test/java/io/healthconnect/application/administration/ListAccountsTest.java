package io.healthconnect.application.administration;

import static io.healthconnect.application.administration.AdministrationWorld.ADMIN;
import static io.healthconnect.application.administration.AdministrationWorld.actor;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountSearch;
import io.healthconnect.domain.account.AccountState;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListAccountsTest {
  private final AdministrationWorld world = new AdministrationWorld();

  private Result<List<String>, ListAccounts.Refusal> list(Actor actor, AccountState... state) {
    AccountSearch search =
        new AccountSearch(
            Set.of(), Optional.empty(), List.of(state).stream().findFirst(), PageRequest.first(20));
    return world
        .useCases
        .list()
        .listAccounts(new ListAccounts.Query(actor, search))
        .map(page -> page.items().stream().map(account -> account.id().value()).toList());
  }

  @Test
  void listsForAdminsOnly() {
    assertEquals(Result.success(List.of("p1", "d1", "a1")), list(ADMIN));
    assertEquals(Result.success(List.of("d1")), list(ADMIN, AccountState.PENDING));
    for (Role role : new Role[] {Role.DOCTOR, Role.PATIENT}) {
      assertEquals(Result.failure(ListAccounts.Refusal.NOT_AN_ADMIN), list(actor("d1", role)));
    }
    AuditEvent look = world.event(AuditAction.ACCOUNTS_LISTED);
    assertEquals(List.of(look, look), world.logged());
  }
}
