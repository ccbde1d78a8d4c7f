package io.healthconnect.application.account;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Session;

/** A new session and its token. The token is a secret: it must be given only to its owner. */
public record OpenedSession(Account account, Session session, String token) {
  @Override
  public String toString() {
    return "OpenedSession[" + account.id() + "]";
  }
}
