package io.healthconnect.domain.account;

import io.healthconnect.domain.media.MediaId;
import java.time.Instant;
import java.util.Optional;

/**
 * A person who can log in. The password hash is not part of the account: see {@link Credentials}.
 *
 * @param sessionsValidFrom sessions created before this instant are no longer valid
 * @param standing what admins have decided about it; see {@link AccountAdministration#decide}
 * @param secondFactor whether log-ins need a second factor beside the password
 * @param emailStatus whether the address has been confirmed, and which one waits to replace it
 * @param version counts saves, from 1; see {@link AccountRepository#save}
 */
public record Account(
    AccountId id,
    Role role,
    PersonName name,
    Email email,
    Optional<MediaId> avatar,
    Instant createdAt,
    Instant sessionsValidFrom,
    Standing standing,
    boolean secondFactor,
    EmailStatus emailStatus,
    long version) {

  public static Account create(AccountId id, Role role, PersonName name, Email email, Instant now) {
    return new Account(
        id,
        role,
        name,
        email,
        Optional.empty(),
        now,
        now,
        Standing.GOOD,
        false,
        EmailStatus.UNCONFIRMED,
        1);
  }

  public Account withAvatar(Optional<MediaId> image) {
    return new Account(
        id,
        role,
        name,
        email,
        image,
        createdAt,
        sessionsValidFrom,
        standing,
        secondFactor,
        emailStatus,
        version);
  }

  public Account withName(PersonName newName) {
    return new Account(
        id,
        role,
        newName,
        email,
        avatar,
        createdAt,
        sessionsValidFrom,
        standing,
        secondFactor,
        emailStatus,
        version);
  }

  public Account withSessionsValidFrom(Instant instant) {
    return new Account(
        id,
        role,
        name,
        email,
        avatar,
        createdAt,
        instant,
        standing,
        secondFactor,
        emailStatus,
        version);
  }

  public Account withStanding(Standing newStanding) {
    return new Account(
        id,
        role,
        name,
        email,
        avatar,
        createdAt,
        sessionsValidFrom,
        newStanding,
        secondFactor,
        emailStatus,
        version);
  }

  public Account withSecondFactor(boolean needed) {
    return new Account(
        id,
        role,
        name,
        email,
        avatar,
        createdAt,
        sessionsValidFrom,
        standing,
        needed,
        emailStatus,
        version);
  }

  public Account withEmail(Email newEmail, EmailStatus newStatus) {
    return new Account(
        id,
        role,
        name,
        newEmail,
        avatar,
        createdAt,
        sessionsValidFrom,
        standing,
        secondFactor,
        newStatus,
        version);
  }

  /** What is left once the account is erased: nothing that says who the person was. */
  public Account erased() {
    return new Account(
        id,
        role,
        PersonName.FORMER,
        Email.ofErased(id),
        Optional.empty(),
        createdAt,
        sessionsValidFrom,
        standing.withErased(),
        false,
        EmailStatus.UNCONFIRMED,
        version);
  }

  public Account withVersion(long newVersion) {
    return new Account(
        id,
        role,
        name,
        email,
        avatar,
        createdAt,
        sessionsValidFrom,
        standing,
        secondFactor,
        emailStatus,
        newVersion);
  }
}
