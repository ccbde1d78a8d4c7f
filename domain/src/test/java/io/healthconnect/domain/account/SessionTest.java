package io.healthconnect.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final Account account =
      Account.create(
          new AccountId("ann"),
          Role.PATIENT,
          new PersonName("Ann Lee"),
          Email.parse("ann@example.org"),
          NOW);
  private final Session session =
      new Session(
          new SessionId("s"), account.id(), NOW, NOW.plusSeconds(60), ClientSoftware.UNKNOWN);

  @Test
  void isValidUntilItExpires() {
    assertTrue(session.isValidAt(NOW.plusSeconds(60).minusNanos(1), account));
    assertFalse(session.isValidAt(NOW.plusSeconds(60), account));
  }

  @Test
  void endsWhenTheAccountAcceptsLaterSessionsOnly() {
    assertFalse(session.isValidAt(NOW, account.withSessionsValidFrom(NOW.plusMillis(1))));
    assertTrue(session.isValidAt(NOW, account.withSessionsValidFrom(NOW)));
  }

  private Session opened(int second) {
    return new Session(
        new SessionId("s" + second),
        account.id(),
        NOW.plusSeconds(second),
        NOW.plusSeconds(second + 60),
        ClientSoftware.UNKNOWN);
  }

  @Test
  void theOldestGiveWayToANewOneOnceThereAreFifty() {
    List<Session> others = new ArrayList<>();
    for (int i = 0; i < 49; i++) {
      others.add(opened(i));
    }
    assertEquals(List.of(), Session.surplus(others));
    others.add(opened(49));
    others.add(opened(50));
    assertEquals(List.of(opened(1), opened(0)), Session.surplus(others));
  }

  @Test
  void storesAUseAfterFiveMinutes() {
    assertFalse(session.isLongUnseen(NOW.plusSeconds(300).minusMillis(1)));
    assertTrue(session.isLongUnseen(NOW.plusSeconds(300)));
    assertFalse(session.seenAt(NOW.plusSeconds(1)).isLongUnseen(NOW.plusSeconds(300)));
  }
}
