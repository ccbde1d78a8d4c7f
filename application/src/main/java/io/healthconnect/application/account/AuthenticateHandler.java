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
                again(claims.accountId(), claims.sessionId())
                    .filter(actor -> actor.role() == claims.role()));
  }

  @Override
  public Optional<Actor> again(AccountId accountId, SessionId sessionId) {
    Optional<Session> session =
        ports.sessions().find(sessionId).filter(found -> found.accountId().equals(accountId));
    if (session.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<Actor> actor =
        ports
            .accounts()
            .find(accountId)
            .filter(account -> !account.standing().disabled())
            .filter(account -> session.get().isValidAt(now, account))
            .map(account -> new Actor(accountId, account.role(), sessionId));
    actor.ifPresent(known -> seen.note(session.get(), now));
    return actor;
  }
}
