package io.healthconnect.domain.call;

import java.util.function.Function;

/**
 * The signaling session of two people. Its states carry different data, so each has its own type.
 */
public sealed interface Call permits LiveCall, EndedCall {

  /** The permanent part of the call; the same object until something in it changes. */
  CallRecord record();

  default CallId id() {
    return record().id();
  }

  /** Calls the function for the state of this call and returns its value. */
  <T> T fold(
      Function<? super RingingCall, ? extends T> onRinging,
      Function<? super ActiveCall, ? extends T> onActive,
      Function<? super EndedCall, ? extends T> onEnded);
}
