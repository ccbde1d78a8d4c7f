package io.healthconnect.domain.call;

/** The signaling session of two people. Its states carry different data, so each has its type. */
public sealed interface Call permits LiveCall, EndedCall {

  /** What lasts for good; the same object as long as none of it has changed. */
  CallRecord record();

  default CallId id() {
    return record().id();
  }
}
