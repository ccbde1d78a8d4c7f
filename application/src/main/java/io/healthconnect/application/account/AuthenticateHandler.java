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
    return ports
        .tokens()
        .verify(token)
        .flatMap(
            claims ->
                valid(claims.accountId(), claims.sessionId())
                    .map(Valid::actor)
                    .filter(actor -> actor.role() == claims.role()));
  }

  @Override
  public Optional<HeldSession> hold(AccountId account, SessionId session) {
    return valid(account, session).map(found -> new Held(found.session()));
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
    private Session session;

    private Held(Session session) {
      this.session = session;
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
