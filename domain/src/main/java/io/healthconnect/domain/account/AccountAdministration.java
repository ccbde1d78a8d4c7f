package io.healthconnect.domain.account;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.audit.AuditEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What stores do for those who run the system: finds accounts, and keeps decisions about them. */
public interface AccountAdministration {

  /**
   * Stores a new admin and, in the same step, adds the event to the audit log.
   *
   * @return the account, or {@code EmailTaken} if an account of any role has the e-mail address, in
   *     which case nothing is stored
   */
  Result<Account, EmailTaken> addAdmin(
      Account account, PasswordHash passwordHash, AuditEvent event);

  /**
   * A page of matching accounts. All pages together are complete and without repeats if nothing
   * changes meanwhile.
   */
  Page<Account> search(AccountSearch search);

  /**
   * Stores a decision. In the same step, the event is added to the audit log, the directory shows
   * or hides a doctor accordingly, which tells the change feed ({@code Change.DoctorChanged}); and
   * disabling ends all sessions of the account and removes its reset tokens, which tells the change
   * feed as {@link SessionRepository#revokeAll} does. The appointments of a disabled doctor are
   * kept; notices tell the patients of those to come. A decision that changes nothing stores, logs
   * and tells nothing.
   *
   * <p><b>At any time at least one admin is not disabled</b>, once there is one, under any
   * concurrency.
   *
   * @return the account as stored, or why nothing was
   */
  Result<Account, Decision.Refusal> decide(AccountId id, Decision decision, AuditEvent event);

  /**
   * Like {@link #decide} with {@link Decision#REJECT}, with a reason for the doctor to read. The
   * next decision about the approval removes it.
   */
  Result<Account, Decision.Refusal> reject(AccountId id, RejectionReason reason, AuditEvent event);

  /**
   * Removes the second factor of somebody who has lost it. In the same step its recovery codes are
   * removed, all sessions of the account end, which tells the change feed as {@link
   * SessionRepository#revokeAll} does, and the event is added to the audit log. If no second factor
   * is on, nothing is stored, logged or told.
   *
   * @return the account as stored; empty if there is no such account, or it was erased
   */
  Optional<Account> removeSecondFactor(AccountId id, AuditEvent event);

  /**
   * Erases an account. In one step, {@link Account#erased} is all that is left of it, and {@code
   * Doctor.erased} or {@code Patient.erased} of its profile; password, second factor, reset tokens
   * and sessions are removed, which tells the change feed as {@link SessionRepository#revokeAll}
   * does; its images are discarded; the directory hides a doctor, which tells the change feed
   * ({@code Change.DoctorChanged}); and the event is added to the audit log. From then on nothing
   * changes the account, and {@link #search} leaves it out.
   *
   * <p>At any time at least one admin is neither disabled nor erased, once there is one, under any
   * concurrency.
   *
   * @return the account as stored, or why nothing was
   */
  Result<Account, Erasure.Refusal> erase(Erasure erasure);

  /**
   * Accounts that were erased before {@code before} and whose erasure is not {@linkplain
   * #finishErasure finished}, at most {@code limit}.
   */
  List<AccountId> unfinishedErasures(Instant before, int limit);

  /** Nothing is left to do about an erased account; does nothing if that is known. */
  void finishErasure(AccountId id);

  /**
   * Accounts that were erased before {@code erasedBefore} and whose retention has not {@linkplain
   * #endRetention ended}, longest ago first, at most {@code limit}.
   */
  List<AccountId> retained(Instant erasedBefore, int limit);

  /**
   * Nothing is kept any more of what an erased account has left behind for a time; does nothing if
   * that is known, or the account was not erased.
   */
  void endRetention(AccountId id);
}
