package io.healthconnect.application.account;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Session;

/** A new session and the token that proves it. The token is a secret: it goes to its owner only. */
public record SignedIn(Account account, Session session, String token) {
  @Override
  public String toString() {
    return "SignedIn[" + account.id() + "]";
  }
}
