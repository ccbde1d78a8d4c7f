package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.TokenIssuer.Claims;
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
    return ports.tokens().verify(token).flatMap(this::stillValid);
  }

  private Optional<Actor> stillValid(Claims claims) {
    Optional<Session> session =
        ports
            .sessions()
            .find(claims.sessionId())
            .filter(s -> s.accountId().equals(claims.accountId()));
    Optional<Account> account = session.flatMap(s -> ports.accounts().find(s.accountId()));
    return account
        .filter(a -> a.role() == claims.role())
        .filter(a -> session.get().isValidAt(clock.instant(), a))
        .map(a -> new Actor(a.id(), a.role(), claims.sessionId()));
  }
}
