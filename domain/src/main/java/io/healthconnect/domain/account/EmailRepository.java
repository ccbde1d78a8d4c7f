package io.healthconnect.domain.account;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.audit.AuditEvent;
import java.time.Instant;
import java.util.Optional;

/** Stores which addresses of accounts wait to be confirmed, and confirms them. */
public interface EmailRepository {

  /**
   * Lets another address wait to be confirmed, in place of one that waits already; the present
   * address of the account ends the wait of another. In the same step the mail is asked for that
   * the owner of the address confirms it with, unless it is confirmed already, and the event is
   * added to the audit log.
   *
   * @return the account with what waits; empty, with nothing stored, when the stored password hash
   *     is no longer the checked one
   */
  Optional<Account> await(Credentials checked, Email email, Instant now, AuditEvent event);

  /**
   * Stores a token. Of more than {@link EmailToken#MOST} of the account, the oldest are removed in
   * the same step.
   *
   * @throws IllegalStateException if there is no such account
   */
  void addToken(EmailToken token);

  /** The token with this hash, expired or not; empty when it is spent or was never there. */
  Optional<EmailToken> findToken(String hash);

  /**
   * Spends a token: its address is confirmed. If it is not yet that of the account, it becomes so,
   * and in the same step all tokens of the account end, the ones for a new password included, the
   * owner of the former address is told by mail, and the event is added to the audit log. Of
   * several that confirm one address for different accounts, one succeeds.
   *
   * @return the account as stored, with the next version
   */
  Result<Account, Refusal> confirm(String hash, Instant now, AuditEvent event);

  /**
   * Removes tokens that expired before {@code now}.
   *
   * @return how many
   */
  int purgeTokens(Instant now);

  /** Why no address was confirmed. */
  enum Refusal {
    /** Made up, spent, expired, or of an address that is no longer wanted. */
    INVALID_TOKEN,
    /** By now another account has the address. */
    EMAIL_TAKEN
  }
}
