package io.healthconnect.application.call;

import io.healthconnect.domain.account.AccountId;

/** Ends the live call of somebody who has no device any more, for instance an erased account. */
public interface LeaveCall {
  /**
   * @return whether there was one
   */
  boolean leaveCall(AccountId account);
}
