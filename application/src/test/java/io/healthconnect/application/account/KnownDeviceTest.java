package io.healthconnect.application.account;

import static io.healthconnect.application.account.AccountWorld.EMAIL;
import static io.healthconnect.application.account.AccountWorld.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.ClientSoftware;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * G-05: whoever has logged in on a device before can log in there again, even while others guess.
 */
class KnownDeviceTest {
  private final AccountWorld world = new AccountWorld();

  private LogIn.Source source(String marker) {
    return new LogIn.Source(
        "192.0.2.1", world.useCases.recognizeDevice().recognizeDevice(EMAIL, marker));
  }

  @Test
  void g05TheRightPasswordWorksOnADeviceThatLoggedInBefore() {
    world.signUp();
    String marker = world.useCases.markDevice().markDevice(EMAIL, Optional.empty());
    for (int i = 0; i < 50; i++) {
      world.refusal(new LogIn.Command(EMAIL, "wrong horse", source("made up")));
    }
    assertEquals(
        LogIn.Reason.TOO_MANY_FAILURES,
        world.refusal(new LogIn.Command(EMAIL, PASSWORD.value(), source("made up"))).reason());
    assertTrue(
        world
            .useCases
            .logIn()
            .logIn(new LogIn.Command(EMAIL, PASSWORD.value(), source(marker)))
            .<Boolean>fold(world::isLoggedIn, refusal -> false));
  }

  private List<NoticeKind> told() {
    AccountId paul = world.store.accounts().findByEmail(EMAIL).orElseThrow().id();
    return world.store.notices().list(paul, PageRequest.first(9)).items().stream()
        .map(Notice::kind)
        .toList();
  }

  private static LogIn.Source app(String network) {
    return LogIn.Source.of(network);
  }

  private static LogIn.Source browser(String network) {
    return new LogIn.Source(
        network, Optional.empty(), new ClientSoftware(Optional.of("Firefox"), Optional.empty()));
  }

  @Test
  void tellsOnceOfAnAppThatKeepsLoggingInFromOneNetwork() {
    world.signUp();
    logIn(app("192.0.2.1"));
    logIn(app("192.0.2.1"));
    assertEquals(1, told().size());
    logIn(app("198.51.100.1"));
    assertEquals(2, told().size());
    world.clock.advance(FamiliarApps.MEMORY.minusMillis(1));
    logIn(app("192.0.2.1"));
    assertEquals(2, told().size());
    world.clock.advance(FamiliarApps.MEMORY);
    logIn(app("192.0.2.1"));
    assertEquals(3, told().size());
  }

  @Test
  void tellsOfEachBrowserThatIsNotKnown() {
    world.signUp();
    logIn(app("192.0.2.1"));
    logIn(browser("192.0.2.1"));
    logIn(browser("192.0.2.1"));
    assertEquals(3, told().size());
  }

  @Test
  void anAppOfOneAccountIsNoneOfAnother() {
    FamiliarApps apps = new FamiliarApps(world.clock);
    apps.add(new AccountId("one"), app("192.0.2.1"));
    assertTrue(apps.include(new AccountId("one"), app("192.0.2.1")));
    assertFalse(apps.include(new AccountId("two"), app("192.0.2.1")));
  }

  private void logIn(LogIn.Source source) {
    assertTrue(
        world
            .useCases
            .logIn()
            .logIn(new LogIn.Command(EMAIL, PASSWORD.value(), source))
            .<Boolean>fold(world::isLoggedIn, refusal -> false));
  }

  @Test
  void tellsOfALogInOnADeviceThatHasNoMarker() {
    world.signUp();
    logIn(source(world.useCases.markDevice().markDevice(EMAIL, Optional.empty())));
    world.refusal(new LogIn.Command(EMAIL, "wrong horse", source("made up")));
    assertEquals(List.of(), told());
    logIn(source("made up"));
    assertEquals(List.of(NoticeKind.NEW_SIGN_IN), told());
  }

  @Test
  void ignoresAMarkerOfAnotherAccount() {
    String marker =
        world.useCases.markDevice().markDevice(Email.parse("dora@example.org"), Optional.empty());
    assertEquals(LogIn.Source.of("192.0.2.1"), source(marker));
    String shared = world.useCases.markDevice().markDevice(EMAIL, Optional.of(marker));
    assertTrue(source(shared).knownDevice().isPresent());
  }
}
