package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;

/** Removes the second factor, whether it is on or waits, and its recovery codes. */
public interface TurnOffSecondFactor {
  /** Succeeds if there is none. */
  Result<Account, ConfirmPassword.Refusal> turnOffSecondFactor(Command command);

  record Command(Actor actor, String password) {
    @Override
    public String toString() {
      return "TurnOffSecondFactor.Command[hidden]";
    }
  }
}
