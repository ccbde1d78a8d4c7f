package io.healthconnect.testkit.account;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import java.time.Duration;
import java.time.Instant;

/** Valid accounts and sessions. */
public final class Accounts {
  /** When everything of the fixtures was made. */
  public static final Instant CREATED = Instant.parse("2026-01-05T08:00:00.123Z");

  private Accounts() {}

  public static Account doctor(String id) {
    return account(id, Role.DOCTOR, "Dora " + id, id + "@example.org");
  }

  public static Account patient(String id) {
    return account(id, Role.PATIENT, "Paul " + id, id + "@example.org");
  }

  public static Account account(String id, Role role, String name, String email) {
    return Account.create(
        new AccountId(id),
        role,
        new PersonName(name),
        Email.parse(email),
        new PasswordHash("hash-of-" + id),
        CREATED);
  }

  /** A session of a day. */
  public static Session session(String id, AccountId account) {
    return new Session(new SessionId(id), account, CREATED, CREATED.plus(Duration.ofDays(1)));
  }

  static Account withVersion(Account account, long version) {
    return new Account(
        account.id(),
        account.role(),
        account.name(),
        account.email(),
        account.passwordHash(),
        account.avatar(),
        account.createdAt(),
        account.sessionsValidFrom(),
        version);
  }
}
