package io.healthconnect.application.account;

import io.healthconnect.application.account.LogIn.Source;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.ClientSoftware;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.SecondFactorProof;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.SessionRepository;
import io.healthconnect.domain.account.TokenIssuer;
import io.healthconnect.domain.audit.AuditAction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Opens sessions. */
final class Sessions {
  private final SessionRepository repository;
  private final TokenIssuer tokens;
  private final AuditTrail trail;
  private final IdGenerator ids;
  private final Clock clock;
  private final Duration life;
  private final FamiliarApps apps;

  Sessions(
      AccountUseCases.Ports ports, AuditTrail trail, IdGenerator ids, Clock clock, Duration life) {
    this.repository = ports.sessions();
    this.tokens = ports.tokens();
    this.trail = trail;
    this.ids = ids;
    this.clock = clock;
    this.life = life;
    this.apps = new FamiliarApps(clock);
  }

  /** Opens the first session of an account; empty if the password was changed meanwhile. */
  Optional<OpenedSession> openFirst(Account account, Credentials checked, ClientSoftware software) {
    Session session = session(account, software);
    return repository.open(session, checked)
        ? Optional.of(opened(account, session, Optional.empty()))
        : Optional.empty();
  }

  /**
   * Opens a session; empty if the password was changed since it was checked, or the account has a
   * second factor that does not take the proof. The person is told of an unknown device, unless it
   * is a {@linkplain FamiliarApps familiar app}.
   */
  Optional<OpenedSession> open(
      Account account, Credentials checked, Optional<SecondFactorProof> proof, Source source) {
    Session session = session(account, source.software());
    if (!isStored(session, checked, proof, source)) {
      return Optional.empty();
    }
    apps.add(account.id(), source);
    return Optional.of(opened(account, session, proof));
  }

  private boolean isStored(
      Session session, Credentials checked, Optional<SecondFactorProof> proof, Source source) {
    if (source.knownDevice().isEmpty() && !apps.include(session.accountId(), source)) {
      return repository.openOnNewDevice(session, checked, proof);
    }
    return proof
        .map(each -> repository.open(session, checked, each))
        .orElseGet(() -> repository.open(session, checked));
  }

  private Session session(Account account, ClientSoftware software) {
    Instant now = clock.instant();
    return new Session(new SessionId(ids.next()), account.id(), now, now.plus(life), software);
  }

  private OpenedSession opened(
      Account account, Session session, Optional<SecondFactorProof> proof) {
    trail.loggedIn(
        session,
        proof
            .filter(SecondFactorProof.RecoveryCodeHash.class::isInstance)
            .map(used -> AuditAction.RECOVERY_CODE_USED));
    return new OpenedSession(account, session, tokens.issue(session, account.role()));
  }
}
