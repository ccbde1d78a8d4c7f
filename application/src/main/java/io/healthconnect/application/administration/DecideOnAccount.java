package io.healthconnect.application.administration;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Decision;

/**
 * Approves or rejects a doctor, or disables or enables an account. Takes effect before it returns,
 * for live sessions too.
 */
public interface DecideOnAccount {
  Result<Account, Refusal> decideOnAccount(Command command);

  record Command(Actor actor, AccountId id, Decision decision) {}

  enum Refusal {
    NOT_AN_ADMIN,
    NOT_FOUND,
    /** Only doctors are approved and rejected. */
    NOT_A_DOCTOR,
    /** Nobody could administer the system any more. */
    LAST_ADMIN
  }
}
