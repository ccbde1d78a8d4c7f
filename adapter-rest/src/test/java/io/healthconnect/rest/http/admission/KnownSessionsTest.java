package io.healthconnect.rest.http.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.Actor;
import io.healthconnect.application.account.HeldSession;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.testkit.SettableClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownSessionsTest {
  private static final AccountId PAT = new AccountId("pat");
  private static final Actor ACTOR = new Actor(PAT, Role.PATIENT, new SessionId("s1"));
  private static final Change ENDED =
      new Change.SessionsEnded(PAT, Optional.of(ACTOR.sessionId()), Optional.empty());

  private final SettableClock clock = SettableClock.at("2026-03-02T07:00:00Z");
  private final KnownSessions sessions = new KnownSessions(this::read, clock);
  private boolean stored = true;
  private boolean expired;
  private Runnable meanwhile = () -> {};
  private int reads;

  private Optional<HeldSession> read(String token) {
    reads++;
    Optional<HeldSession> found =
        stored && token.equals("right") ? Optional.of(new Held()) : Optional.empty();
    meanwhile.run();
    return found;
  }

  private final class Held implements HeldSession {
    @Override
    public Actor actor() {
      return ACTOR;
    }

    @Override
    public boolean use() {
      return !expired;
    }
  }

  private void assertFound(int readsSoFar) {
    assertEquals(Optional.of(ACTOR), sessions.find("right"));
    assertEquals(readsSoFar, reads);
  }

  private void assertRefused(int readsSoFar) {
    assertEquals(Optional.empty(), sessions.find("right"));
    assertEquals(readsSoFar, reads);
  }

  @Test
  void readsTheSessionOfATokenOnce() {
    assertFound(1);
    assertFound(1);
    assertEquals(Optional.empty(), sessions.find("wrong"));
    assertEquals(Optional.empty(), sessions.find("wrong"));
    assertEquals(3, reads);
  }

  @Test
  void readsAgainAfterTwoSeconds() {
    assertFound(1);
    clock.advance(Duration.ofSeconds(2));
    assertFound(1);
    clock.advance(Duration.ofMillis(1));
    assertFound(2);
    stored = false;
    clock.advance(Duration.ofMillis(2_001));
    assertRefused(3);
  }

  @Test
  void forgetsASessionThatEnds() {
    assertFound(1);
    stored = false;
    sessions.changed(ENDED);
    assertRefused(2);
  }

  @Test
  void readsAgainOnceChangesWereMissed() {
    assertFound(1);
    stored = false;
    sessions.changed(new Change.Interrupted());
    assertRefused(2);
  }

  @Test
  void keepsASessionWhenThoseOfOthersEnd() {
    assertFound(1);
    sessions.changed(
        new Change.SessionsEnded(new AccountId("dora"), Optional.empty(), Optional.empty()));
    assertFound(1);
  }

  @Test
  void keepsNoSessionThatEndsWhileItIsRead() {
    meanwhile = () -> sessions.changed(ENDED);
    assertFound(1);
    stored = false;
    assertRefused(2);
  }

  @Test
  void refusesASessionThatHasExpired() {
    assertFound(1);
    expired = true;
    stored = false;
    assertRefused(2);
  }
}
