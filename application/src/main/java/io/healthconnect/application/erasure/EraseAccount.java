package io.healthconnect.application.erasure;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;

/** An admin erases an account. Nothing undoes this. */
public interface EraseAccount {
  /**
   * @return what is left of the account
   */
  Result<Account, Refusal> eraseAccount(Command command);

  record Command(Actor actor, AccountId id) {}

  enum Refusal {
    NOT_AN_ADMIN,
    /** There is no such account, or it is erased. */
    NOT_FOUND,
    /** Nobody could administer the system any more. */
    LAST_ADMIN
  }
}
