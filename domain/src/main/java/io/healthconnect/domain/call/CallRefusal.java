package io.healthconnect.domain.call;

/** Why a signal of a call was refused; it then reached nobody. */
public enum CallRefusal {
  /** There is no such live call, or not for this person. */
  NOT_FOUND,
  /** The two may not talk to each other (any more). */
  NO_CONTACT,
  /** The call's state, or this side of it, does not allow the signal. */
  WRONG_STATE,
  /** Another device of the callee has taken the call. */
  ANSWERED_ELSEWHERE,
  /** Another device of this person is in the call and connected. */
  NOT_YOUR_DEVICE,
  /** The side has sent 100 candidates since its last description, or too many wait. */
  TOO_MANY_CANDIDATES
}
