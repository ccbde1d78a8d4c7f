package io.healthconnect.application.account;

import io.healthconnect.domain.account.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Remembers from which networks apps have logged in to an account. What is no browser seldom keeps
 * the cookie by which a device is known, and a notice of each of its log-ins would teach people to
 * ignore them all. Somebody in another network, or with a browser, is never taken for such an app.
 * The least recently used entries beyond 10,000 are forgotten, and everything on a restart: then a
 * person is told once more.
 */
final class FamiliarApps {
  static final Duration MEMORY = Duration.ofDays(30);
  private static final int MAX_ENTRIES = 10_000;

  private record App(AccountId account, String network) {}

  private final Clock clock;
  private final Map<App, Instant> lastLogIns = new RecentlyUsed<>(MAX_ENTRIES);

  FamiliarApps(Clock clock) {
    this.clock = clock;
  }

  synchronized boolean include(AccountId account, LogIn.Source source) {
    Instant last = lastLogIns.get(new App(account, source.network()));
    return isApp(source) && last != null && clock.instant().isBefore(last.plus(MEMORY));
  }

  /** An app, if it is one, has logged in. */
  synchronized void add(AccountId account, LogIn.Source source) {
    if (isApp(source)) {
      lastLogIns.put(new App(account, source.network()), clock.instant());
    }
  }

  private static boolean isApp(LogIn.Source source) {
    return source.knownDevice().isEmpty() && source.software().browser().isEmpty();
  }
}
