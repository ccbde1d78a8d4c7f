package io.healthconnect.rest.http.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.healthconnect.application.Actor;
import io.healthconnect.application.account.HeldSession;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.change.ChangeFeed;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Function;

/**
 * A cache of the sessions of tokens, so that not each request reads the session and the account.
 * The change feed tells which sessions end; of those that this server ends it does so before the
 * write is answered. No session is kept for more than two seconds, in case the feed is cut off.
 */
public final class KnownSessions implements ChangeFeed.Listener {
  private static final long MOST = 10_000;
  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final int STRIPES = 4096;

  private final Cache<String, Known> known =
      Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

  /** Ends of sessions. Counted before the accounts, so that no end is missed by {@link #keep}. */
  private final AtomicLong ends = new AtomicLong();

  private final AtomicLongArray accounts = new AtomicLongArray(STRIPES);
  private final AtomicLong everything = new AtomicLong();
  private final Function<String, Optional<HeldSession>> read;
  private final Clock clock;

  private record Known(HeldSession session, long everything, long version, long millis) {}

  /**
   * @param read finds the session of a token in the store, if it is valid
   */
  public KnownSessions(Function<String, Optional<HeldSession>> read, Clock clock) {
    this.read = read;
    this.clock = clock;
  }

  /** Who has the token, if its session is valid. */
  public Optional<Actor> find(String token) {
    long millis = clock.millis();
    Known kept = known.getIfPresent(token);
    if (kept != null && isCurrent(kept, millis) && kept.session().use()) {
      return Optional.of(kept.session().actor());
    }
    long before = ends.get();
    Optional<HeldSession> found = read.apply(token);
    found.ifPresentOrElse(
        session -> keep(token, session, before, millis), () -> known.invalidate(token));
    return found.map(HeldSession::actor);
  }

  /** Unless a session has ended since it was read: perhaps this one. */
  private void keep(String token, HeldSession session, long before, long millis) {
    Known fresh =
        new Known(session, everything.get(), accounts.get(stripe(session.actor().id())), millis);
    if (ends.get() == before) {
      known.put(token, fresh);
    }
  }

  private boolean isCurrent(Known kept, long millis) {
    long age = millis - kept.millis();
    return age >= 0
        && age <= LONGEST.toMillis()
        && kept.everything() == everything.get()
        && kept.version() == accounts.get(stripe(kept.session().actor().id()));
  }

  @Override
  public void changed(Change change) {
    if (change instanceof Change.SessionsEnded ended) {
      ends.incrementAndGet();
      accounts.incrementAndGet(stripe(ended.account()));
    } else if (change instanceof Change.Interrupted) {
      ends.incrementAndGet();
      everything.incrementAndGet();
    }
  }

  private static int stripe(AccountId account) {
    return Math.floorMod(account.value().hashCode(), STRIPES);
  }
}
