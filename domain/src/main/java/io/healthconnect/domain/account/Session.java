package io.healthconnect.domain.account;

import java.time.Instant;

/** One sign-in on one device. It is valid while it is stored and not expired. */
public record Session(SessionId id, AccountId accountId, Instant createdAt, Instant expiresAt) {

  public boolean isValidAt(Instant now, Account account) {
    return now.isBefore(expiresAt) && !createdAt.isBefore(account.sessionsValidFrom());
  }
}
