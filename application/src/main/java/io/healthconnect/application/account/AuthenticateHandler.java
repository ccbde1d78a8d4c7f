package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

final class AuthenticateHandler implements Authenticate {
  private final AccountUseCases.Ports ports;
  private final SeenSessions seen;
  private final Clock clock;

  AuthenticateHandler(AccountUseCases.Ports ports, SeenSessions seen, Clock clock) {
    this.ports = ports;
    this.seen = seen;
    this.clock = clock;
  }

  @Override
  public Optional<Actor> authenticate(String token) {
    return hold(token).map(HeldSession::actor);
  }

  @Override
  public Optional<HeldSession> hold(String token) {
    return ports
        .tokens()
        .verify(token)
        .flatMap(
            claims ->
                valid(claims.accountId(), claims.sessionId())
                    .filter(found -> found.actor().role() == claims.role()))
        .map(Held::new);
  }

  @Override
  public Optional<HeldSession> hold(AccountId account, SessionId session) {
    return valid(account, session).map(Held::new);
  }

  private record Valid(Session session, Actor actor) {}

  private Optional<Valid> valid(AccountId accountId, SessionId sessionId) {
    Optional<Session> session =
        ports.sessions().find(sessionId).filter(found -> found.accountId().equals(accountId));
    if (session.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<Valid> valid =
        ports
            .accounts()
            .find(accountId)
            .filter(account -> !account.standing().disabled())
            .filter(account -> session.get().isValidAt(now, account))
            .map(account -> new Actor(accountId, account.role(), sessionId))
            .map(actor -> new Valid(session.get(), actor));
    valid.ifPresent(found -> seen.note(found.session(), now));
    return valid;
  }

  private final class Held implements HeldSession {
    private final Actor actor;
    private Session session;

    private Held(Valid found) {
      this.actor = found.actor();
      this.session = found.session();
    }

    @Override
    public Actor actor() {
      return actor;
    }

    @Override
    public synchronized boolean use() {
      Instant now = clock.instant();
      if (!now.isBefore(session.expiresAt())) {
        return false;
      }
      if (session.isLongUnseen(now)) {
        seen.note(session, now);
        session = session.seenAt(now);
      }
      return true;
    }
  }
}
