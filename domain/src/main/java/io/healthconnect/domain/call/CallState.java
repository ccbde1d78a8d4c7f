package io.healthconnect.domain.call;

/** The state of a call. */
public enum CallState {
  RINGING("ringing"),
  ACTIVE("active"),
  ENDED("ended");

  private final String code;

  CallState(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
