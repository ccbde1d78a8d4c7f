package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import java.time.Clock;
import java.util.Optional;

final class AuthenticateHandler implements Authenticate {
  private final AccountUseCases.Ports ports;
  private final Clock clock;

  AuthenticateHandler(AccountUseCases.Ports ports, Clock clock) {
    this.ports = ports;
    this.clock = clock;
  }

  @Override
  public Optional<Actor> handle(String token) {
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
    return ports
        .accounts()
        .find(accountId)
        .filter(account -> session.get().isValidAt(clock.instant(), account))
        .map(account -> new Actor(accountId, account.role(), sessionId));
  }
}
