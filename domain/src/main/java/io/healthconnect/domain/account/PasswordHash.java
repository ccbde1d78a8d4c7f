package io.healthconnect.domain.account;

/** What is kept of a password. Its text form is hidden so that it cannot reach a log. */
public record PasswordHash(String value) {
  @Override
  public String toString() {
    return "PasswordHash[hidden]";
  }
}
