package io.healthconnect.application.administration;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.RejectionReason;

/** Rejects a doctor, as {@link DecideOnAccount} does, with a reason that the doctor can read. */
public interface RejectDoctor {
  Result<Account, DecideOnAccount.Refusal> rejectDoctor(Command command);

  record Command(Actor actor, AccountId id, RejectionReason reason) {}
}
