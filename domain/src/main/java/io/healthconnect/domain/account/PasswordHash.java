package io.healthconnect.domain.account;

/** The stored form of a password. Its text form hides the hash, so that it cannot reach a log. */
public record PasswordHash(String value) {
  @Override
  public String toString() {
    return "PasswordHash[hidden]";
  }
}
