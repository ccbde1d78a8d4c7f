package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.MissingException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

final class ListSessionsHandler implements ListSessions {
  private final AccountUseCases.Ports ports;
  private final Clock clock;

  ListSessionsHandler(AccountUseCases.Ports ports, Clock clock) {
    this.ports = ports;
    this.clock = clock;
  }

  @Override
  public List<Session> listSessions(Actor actor) {
    Account account =
        ports.accounts().find(actor.id()).orElseThrow(() -> new MissingException("account"));
    Instant now = clock.instant();
    return ports.sessions().list(actor.id()).stream()
        .filter(session -> session.isValidAt(now, account))
        .toList();
  }
}
