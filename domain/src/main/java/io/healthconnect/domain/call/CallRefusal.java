package io.healthconnect.domain.call;

/** Why a signal of a call was refused. A refused signal reaches nobody. */
public enum CallRefusal {
  /** There is no such live call, or it is not this person's. */
  NOT_FOUND,
  /** The two may not talk to each other, or no longer. */
  NO_CONTACT,
  /** The call's state, or this side of it, does not allow the signal. */
  WRONG_STATE,
  /** Another device of the callee has taken the call. */
  ANSWERED_ELSEWHERE,
  /** Another connected device of this person is in the call. */
  NOT_YOUR_DEVICE,
  /**
   * The side has sent as many candidates as allowed since its last description, or too many are
   * waiting.
   */
  TOO_MANY_CANDIDATES
}
