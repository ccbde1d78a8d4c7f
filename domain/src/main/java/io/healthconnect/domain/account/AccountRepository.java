package io.healthconnect.domain.account;

import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.audit.PasswordEvents;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stores accounts. New accounts are added together with their profile, in one step, through {@code
 * DoctorRepository.add} and {@code PatientRepository.add}; admins through {@link
 * AccountAdministration}.
 */
public interface AccountRepository {

  Optional<Account> find(AccountId id);

  Optional<Account> findByEmail(Email email);

  /** The accounts that exist among {@code ids}; others are missing from the map. */
  Map<AccountId, Account> findAll(Collection<AccountId> ids);

  /**
   * Stores a change of name, avatar or sessions-valid-from; role, e-mail, password, standing,
   * second factor and creation time stay as they are. In the same step a new avatar, which must be
   * a pending image of this account without a receiver, becomes attached, and the previous one
   * becomes discarded.
   *
   * @return the account as stored, with the next version
   * @throws io.healthconnect.domain.StaleVersionException if the stored version differs from that
   *     of {@code account}, there is no such account, or its new avatar is no such image
   */
  Account save(Account account);

  /** The credentials that a password is checked against; empty if there is no such account. */
  Optional<Credentials> credentials(AccountId id);

  /** Like {@link #credentials(AccountId)}, for the account with this e-mail address. */
  Optional<Credentials> credentials(Email email);

  /**
   * Replaces the hash with another hash of the same password; sessions stay valid.
   *
   * @return false, with nothing stored, when the stored hash is no longer the checked one
   */
  boolean renewHash(Credentials checked, PasswordHash renewed);

  /**
   * Replaces the password and, in the same step, removes the account's reset tokens and calendar
   * link, and ends all its sessions but {@code keep}, which tells the change feed as {@link
   * SessionRepository#revokeAll} does; a notice tells the person, and the audit log has {@link
   * PasswordEvents#ofChange} of that session.
   *
   * @return false, with nothing stored, when the stored hash is no longer the checked one
   */
  boolean changePassword(Credentials checked, PasswordHash next, SessionId keep, Instant now);

  /**
   * Stores a reset token. Of more than {@link ResetToken#MOST} of the account, the oldest are
   * removed in the same step.
   *
   * @throws IllegalStateException if there is no such account
   */
  void addResetToken(ResetToken token);

  /** The token with this hash, expired or not; empty when it is spent or was never there. */
  Optional<ResetToken> findResetToken(String hash);

  /**
   * Spends a token: replaces the password, removes all reset tokens and the calendar link of the
   * account and ends all its sessions, in one step that tells the change feed as {@link
   * SessionRepository#revokeAll} does; a notice tells the person, and the audit log has {@link
   * PasswordEvents#ofReset}. Of several that spend one token, one succeeds.
   *
   * @return false, with nothing stored, when the token is not there or expired, or the account is
   *     disabled
   */
  boolean resetPassword(String hash, Instant now, PasswordHash next);

  /**
   * Removes reset tokens that expired before {@code now}.
   *
   * @return how many
   */
  int purgeResetTokens(Instant now);

  /** The account's second factor, on or not; empty if there is none. */
  Optional<SecondFactor> findSecondFactor(AccountId id);

  /**
   * Stores a second factor that waits for its first code, in place of one that also waits.
   *
   * @return false, with nothing stored, when there is no such account or its second factor is on
   */
  boolean beginSecondFactor(AccountId id, TotpSecret secret);

  /**
   * Turns on the second factor that waits, whose first code was that of {@code first}. In the same
   * step the hashes of its recovery codes are stored, and all sessions of the account but {@code
   * keep} end, which tells the change feed as {@link SessionRepository#revokeAll} does, and the
   * event is added to the audit log. Of several that turn it on, one succeeds.
   *
   * @return false, with nothing stored, when no second factor with this secret waits
   */
  boolean turnOnSecondFactor(
      AccountId id,
      SecondFactorProof.TimeStep first,
      Set<String> recoveryHashes,
      SessionId keep,
      AuditEvent event);

  /**
   * Removes the second factor, on or not, and its recovery codes. If it was on, the event is added
   * to the audit log in the same step.
   *
   * @return false, with nothing changed, when the stored hash is no longer the checked one
   */
  boolean removeSecondFactor(Credentials checked, AuditEvent event);
}
