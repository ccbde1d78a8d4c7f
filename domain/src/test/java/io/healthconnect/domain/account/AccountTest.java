package io.healthconnect.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.media.MediaId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final Account account =
      Account.create(
          new AccountId("ann"),
          Role.PATIENT,
          new PersonName("Ann Lee"),
          Email.parse("ann@example.org"),
          NOW);

  @Test
  void beginsWithoutAnAvatarAndWithSessionsFromNowOn() {
    assertEquals(Optional.empty(), account.avatar());
    assertEquals(NOW, account.createdAt());
    assertEquals(NOW, account.sessionsValidFrom());
    assertEquals(1, account.version());
  }

  /** Each change keeps all the rest, so the reverse of it leads back. */
  @Test
  void aChangeTouchesNothingElse() {
    Optional<MediaId> face = Optional.of(new MediaId("face"));
    assertEquals(face, account.withAvatar(face).avatar());
    assertEquals(account, account.withAvatar(face).withAvatar(Optional.empty()));
    PersonName name = new PersonName("Ann Smith");
    assertEquals(name, account.withName(name).name());
    assertEquals(account, account.withName(name).withName(account.name()));
    assertEquals(2, account.withVersion(2).version());
    assertEquals(account, account.withVersion(2).withVersion(1));
    Instant later = NOW.plusSeconds(1);
    assertEquals(later, account.withSessionsValidFrom(later).sessionsValidFrom());
    assertEquals(account, account.withSessionsValidFrom(later).withSessionsValidFrom(NOW));
  }

  @Test
  void case99NothingSaysWhoAnErasedPersonWas() {
    Account erased = account.withAvatar(Optional.of(new MediaId("face"))).erased();
    assertEquals("Former user", erased.name().value());
    assertEquals("ann@erased.invalid", erased.email().value());
    assertEquals(Optional.empty(), erased.avatar());
    assertEquals(
        new Standing(Approval.NOT_REQUIRED, true, true, Optional.empty()), erased.standing());
    assertEquals(account.id(), erased.id());
    assertEquals(Role.PATIENT, erased.role());
  }
}
