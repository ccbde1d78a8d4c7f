package io.healthconnect.domain.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A person who can sign in.
 *
 * @param sessionsValidFrom sessions made before this instant are no longer valid
 * @param version counts saves, from 1; see {@link AccountRepository#save}
 */
public record Account(
    AccountId id,
    Role role,
    PersonName name,
    Email email,
    PasswordHash passwordHash,
    Optional<MediaId> avatar,
    Instant createdAt,
    Instant sessionsValidFrom,
    long version) {

  public static Account create(
      AccountId id, Role role, PersonName name, Email email, PasswordHash hash, Instant now) {
    return new Account(id, role, name, email, hash, Optional.empty(), now, now, 1);
  }

  public Account withPassword(PasswordHash hash) {
    return new Account(id, role, name, email, hash, avatar, createdAt, sessionsValidFrom, version);
  }

  public Account withAvatar(Optional<MediaId> image) {
    return new Account(
        id, role, name, email, passwordHash, image, createdAt, sessionsValidFrom, version);
  }

  public Account withName(PersonName newName) {
    return new Account(
        id, role, newName, email, passwordHash, avatar, createdAt, sessionsValidFrom, version);
  }

  public Account withSessionsValidFrom(Instant instant) {
    return new Account(id, role, name, email, passwordHash, avatar, createdAt, instant, version);
  }
}
