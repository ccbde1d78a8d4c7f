package io.healthconnect.architecture.offence.domain;

/** Offends: it can do something, and no test says what. */
public record UntestedValue(int number) {
  public int doubled() {
    return 2 * number;
  }
}
