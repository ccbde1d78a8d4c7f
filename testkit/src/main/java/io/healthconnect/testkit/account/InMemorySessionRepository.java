package io.healthconnect.testkit.account;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.SecondFactorProof;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.SessionRepository;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.notice.AccountNotices;
import io.healthconnect.domain.notice.NoticeDraft;
import io.healthconnect.testkit.StoreLock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Sessions in memory. */
public final class InMemorySessionRepository implements SessionRepository {
  private final StoreLock lock;
  private final Map<SessionId, Session> sessions = new HashMap<>();
  private Admission admission = (checked, proof) -> false;
  private Consumer<List<NoticeDraft>> news = drafts -> {};

  public InMemorySessionRepository(StoreLock lock) {
    this.lock = lock;
  }

  /** Decides whether a session may open, and uses up the proof if it does. */
  interface Admission {
    boolean admits(Credentials checked, Optional<SecondFactorProof> proof);
  }

  void checkWith(Admission check) {
    this.admission = check;
  }

  void tellWith(Consumer<List<NoticeDraft>> adding) {
    this.news = adding;
  }

  @Override
  public boolean open(Session session, Credentials checked) {
    return open(session, checked, Optional.empty(), List.of());
  }

  @Override
  public boolean open(Session session, Credentials checked, SecondFactorProof proof) {
    return open(session, checked, Optional.of(proof), List.of());
  }

  @Override
  public boolean openOnNewDevice(
      Session session, Credentials checked, Optional<SecondFactorProof> proof) {
    return open(session, checked, proof, AccountNotices.ofLogIn(session));
  }

  private boolean open(
      Session session,
      Credentials checked,
      Optional<SecondFactorProof> proof,
      List<NoticeDraft> drafts) {
    return lock.step(
        () -> {
          if (!admission.admits(checked, proof)) {
            return false;
          }
          if (sessions.containsKey(session.id())) {
            throw new IllegalStateException("the session already exists");
          }
          Session.surplus(of(session.accountId())).forEach(oldest -> revoke(oldest.id()));
          sessions.put(session.id(), session);
          news.accept(drafts);
          return true;
        });
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return lock.step(() -> Optional.ofNullable(sessions.get(id)));
  }

  @Override
  public List<Session> list(AccountId accountId) {
    return lock.step(() -> Session.newestFirst(of(accountId)));
  }

  private List<Session> of(AccountId accountId) {
    return sessions.values().stream()
        .filter(session -> session.accountId().equals(accountId))
        .toList();
  }

  @Override
  public void recordSeen(Map<SessionId, Instant> seen) {
    lock.step(
        () -> {
          seen.forEach(
              (id, at) ->
                  sessions.computeIfPresent(
                      id,
                      (same, session) ->
                          at.isAfter(session.lastSeenAt()) ? session.seenAt(at) : session));
          return seen;
        });
  }

  @Override
  public void revoke(SessionId id) {
    lock.step(
        () -> {
          Optional<Session> ended = Optional.ofNullable(sessions.remove(id));
          ended.ifPresent(
              session ->
                  lock.publish(
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
          lock.publish(new Change.SessionsEnded(accountId, Optional.empty(), keep));
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
