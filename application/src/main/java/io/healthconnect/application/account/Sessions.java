package io.healthconnect.application.account;

import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.SessionRepository;
import io.healthconnect.domain.account.TokenIssuer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Opens sessions. */
final class Sessions {
  private final SessionRepository repository;
  private final TokenIssuer tokens;
  private final IdGenerator ids;
  private final Clock clock;
  private final Duration life;

  Sessions(
      SessionRepository repository,
      TokenIssuer tokens,
      IdGenerator ids,
      Clock clock,
      Duration life) {
    this.repository = repository;
    this.tokens = tokens;
    this.ids = ids;
    this.clock = clock;
    this.life = life;
  }

  SignedIn open(Account account) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Session session = new Session(new SessionId(ids.next()), account.id(), now, now.plus(life));
    repository.add(session);
    return new SignedIn(account, session, tokens.issue(session, account.role()));
  }
}
