package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.RecoveryCode;
import java.util.List;

/**
 * Turns on the second factor with the first code of the person's authenticator app. The account's
 * other sessions end, since they were opened without it.
 */
public interface ConfirmSecondFactor {
  /** Gives the recovery codes, which nobody can see again. */
  Result<List<RecoveryCode>, Refusal> confirmSecondFactor(Command command);

  /**
   * @param code as typed
   */
  record Command(Actor actor, String code) {
    @Override
    public String toString() {
      return "ConfirmSecondFactor.Command[hidden]";
    }
  }

  enum Refusal {
    WRONG_CODE,
    /** No second factor waits for its first code. */
    NOT_BEGUN
  }
}
