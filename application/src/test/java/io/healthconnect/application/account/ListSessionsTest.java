package io.healthconnect.application.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.Session;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListSessionsTest {
  private final AccountWorld world = new AccountWorld();

  private List<Session> list(OpenedSession of) {
    return world.useCases.sessions().list().listSessions(AccountWorld.actor(of));
  }

  @Test
  void listsWhatIsValidNewestFirst() {
    OpenedSession first = world.signUp();
    world.clock.advance(Duration.ofHours(1));
    OpenedSession second = world.logIn();
    assertEquals(List.of(second.session(), first.session()), list(first));
    world.clock.advance(AccountWorld.SESSION_LIFE.minusHours(1));
    assertEquals(List.of(second.session()), list(second));
  }
}
