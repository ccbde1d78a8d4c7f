package io.healthconnect.testkit.account;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Approval;
import io.healthconnect.domain.account.ClientSoftware;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.Standing;
import io.healthconnect.domain.audit.AuditEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Valid accounts and sessions. */
public final class Accounts {
  /** When all fixtures were created. */
  public static final Instant CREATED = Instant.parse("2026-01-05T08:00:00.123Z");

  /** The password hash of every account in the fixtures. */
  public static final PasswordHash HASH = new PasswordHash("hash");

  private Accounts() {}

  public static Account doctor(String id) {
    return account(id, Role.DOCTOR, "Dora " + id, id + "@example.org");
  }

  public static Account patient(String id) {
    return account(id, Role.PATIENT, "Paul " + id, id + "@example.org");
  }

  public static Account admin(String id) {
    return account(id, Role.ADMIN, "Ada " + id, id + "@example.org");
  }

  /** A doctor about whom an admin has to decide. */
  public static Account pending(String id) {
    return doctor(id).withStanding(new Standing(Approval.PENDING, false));
  }

  /** What the audit log tells of a decision. */
  public static AuditEvent decided(AccountId account, Decision decision) {
    return AuditEvent.of(decision.action(), CREATED).about(account);
  }

  public static Account account(String id, Role role, String name, String email) {
    return Account.create(
        new AccountId(id), role, new PersonName(name), Email.parse(email), CREATED);
  }

  /** The credentials that the account is stored with. */
  public static Credentials credentials(AccountId account) {
    return new Credentials(account, HASH);
  }

  /** A session that lasts a day. */
  public static Session session(String id, AccountId account) {
    return session(id, account, CREATED);
  }

  /** A session of a day that was opened at that time. */
  public static Session session(String id, AccountId account, Instant createdAt) {
    return new Session(
        new SessionId(id),
        account,
        createdAt,
        createdAt.plus(Duration.ofDays(1)),
        new ClientSoftware(Optional.of("Firefox"), Optional.of("Linux")));
  }
}
