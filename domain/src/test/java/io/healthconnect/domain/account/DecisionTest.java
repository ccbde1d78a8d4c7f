package io.healthconnect.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.healthconnect.domain.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionTest {
  private static Account account(Role role) {
    return Account.create(
        new AccountId("x"),
        role,
        new PersonName("Ada"),
        Email.parse("ada@example.org"),
        Instant.EPOCH);
  }

  private static String after(Decision decision, Account account) {
    return decision
        .applyTo(account)
        .fold(
            changed ->
                changed.standing().approval().code()
                    + (changed.standing().disabled() ? " disabled" : ""),
            refusal -> refusal.name());
  }

  @Test
  void changesOnePartOfTheStanding() {
    Account doctor = account(Role.DOCTOR).withStanding(new Standing(Approval.PENDING, true));
    assertEquals("granted disabled", after(Decision.APPROVE, doctor));
    assertEquals("rejected disabled", after(Decision.REJECT, doctor));
    assertEquals("pending", after(Decision.ENABLE, doctor));
    assertEquals("pending disabled", after(Decision.DISABLE, doctor));
    assertEquals(Result.success(doctor), Decision.DISABLE.applyTo(doctor));
  }

  @Test
  void keepsAReasonUntilTheNextDecisionAboutTheApproval() {
    RejectionReason reason = new RejectionReason("No licence");
    Account rejected = success(Decision.reject(account(Role.DOCTOR), reason));
    assertEquals(Approval.REJECTED, rejected.standing().approval());
    assertEquals(Optional.of(reason), rejected.standing().rejection());
    Account disabled = success(Decision.DISABLE.applyTo(rejected));
    assertEquals(Optional.of(reason), disabled.standing().rejection());
    for (Decision next : List.of(Decision.APPROVE, Decision.REJECT)) {
      assertEquals(Optional.empty(), success(next.applyTo(disabled)).standing().rejection());
    }
    assertEquals(Optional.empty(), rejected.erased().standing().rejection());
    assertEquals(
        Result.failure(Decision.Refusal.NOT_A_DOCTOR),
        Decision.reject(account(Role.PATIENT), reason));
  }

  private static Account success(Result<Account, Decision.Refusal> result) {
    return result.fold(account -> account, refusal -> fail(refusal.name()));
  }

  @Test
  void approvesDoctorsOnly() {
    for (Role role : new Role[] {Role.PATIENT, Role.ADMIN}) {
      assertEquals("NOT_A_DOCTOR", after(Decision.APPROVE, account(role)));
      assertEquals("NOT_A_DOCTOR", after(Decision.REJECT, account(role)));
      assertEquals("not_required disabled", after(Decision.DISABLE, account(role)));
    }
  }

  @Test
  void decidesNothingAboutAnErasedAccount() {
    Account erased = account(Role.DOCTOR).erased();
    for (Decision decision : Decision.values()) {
      assertEquals("UNKNOWN_ACCOUNT", after(decision, erased));
    }
  }
}
