package io.healthconnect.application.administration;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import java.util.Optional;

/**
 * Removes the second factor of somebody who has lost both phone and recovery codes, after making
 * sure who asks. The password alone is then enough to log in; all sessions of the account end.
 */
public interface RemoveSecondFactor {
  /** Succeeds if there is none. */
  Result<Account, Refusal> removeSecondFactor(Command command);

  /**
   * @param by the admin who removes it; empty for whoever runs the server
   */
  record Command(Optional<Actor> by, AccountId id) {}

  enum Refusal {
    NOT_AN_ADMIN,
    NOT_FOUND,
    /** Turning off one's own needs the password, which whoever stole a session does not know. */
    OWN_ACCOUNT
  }
}
