package io.healthconnect.domain.call;

/**
 * The signaling session of two people. Its states carry different data, so each has its own type.
 */
public sealed interface Call permits LiveCall, EndedCall {

  /** The permanent part of the call; the same object until something in it changes. */
  CallRecord record();

  default CallId id() {
    return record().id();
  }
}
