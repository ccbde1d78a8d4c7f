package io.healthconnect.testkit.account;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.SessionRepository;
import io.healthconnect.domain.change.Change;
import io.healthconnect.testkit.StepLock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sessions in memory. */
public final class InMemorySessionRepository implements SessionRepository {
  private final StepLock lock;
  private final Map<SessionId, Session> sessions = new HashMap<>();

  public InMemorySessionRepository(StepLock lock) {
    this.lock = lock;
  }

  @Override
  public void add(Session session) {
    lock.step(
        () -> {
          if (sessions.putIfAbsent(session.id(), session) != null) {
            throw new IllegalStateException("the session exists already");
          }
          return session;
        });
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return lock.step(() -> Optional.ofNullable(sessions.get(id)));
  }

  @Override
  public void revoke(SessionId id) {
    lock.step(
        () -> {
          Optional<Session> ended = Optional.ofNullable(sessions.remove(id));
          ended.ifPresent(
              session ->
                  lock.tell(
                      new Change.SessionsEnded(
                          session.accountId(), Optional.of(id), Optional.empty())));
          return ended;
        });
  }

  @Override
  public void revokeAll(AccountId accountId, Optional<SessionId> keep) {
    lock.step(
        () -> {
          boolean ended =
              sessions
                  .values()
                  .removeIf(
                      session ->
                          session.accountId().equals(accountId)
                              && !keep.equals(Optional.of(session.id())));
          lock.tell(new Change.SessionsEnded(accountId, Optional.empty(), keep));
          return ended;
        });
  }

  @Override
  public int purgeExpired(Instant now) {
    return lock.step(
        () -> {
          int before = sessions.size();
          sessions.values().removeIf(session -> session.expiresAt().isBefore(now));
          return before - sessions.size();
        });
  }
}
