package io.healthconnect.application.account;

import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.Role;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

final class SignUpHandler implements SignUp {
  private final AccountUseCases.Ports ports;
  private final Sessions sessions;
  private final IdGenerator ids;
  private final Clock clock;

  SignUpHandler(AccountUseCases.Ports ports, Sessions sessions, IdGenerator ids, Clock clock) {
    this.ports = ports;
    this.sessions = sessions;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Result<SignedIn, Refusal> handle(Command command) {
    if (ports.rules().isGuessable(command.password(), command.name(), command.email())) {
      return Result.failure(Refusal.GUESSABLE_PASSWORD);
    }
    Optional<PasswordHash> hash = ports.hasher().hash(command.password());
    if (hash.isEmpty()) {
      return Result.failure(Refusal.BUSY);
    }
    return add(command, hash.get()).mapFailure(taken -> Refusal.EMAIL_TAKEN).map(sessions::open);
  }

  private Result<Account, EmailTaken> add(Command command, PasswordHash hash) {
    AccountId id = new AccountId(ids.next());
    if (command.profile() instanceof Profile.OfDoctor profile) {
      return ports
          .doctors()
          .add(account(id, Role.DOCTOR, command, hash), profile.doctor().apply(id));
    }
    Profile.OfPatient profile = (Profile.OfPatient) command.profile();
    return ports
        .patients()
        .add(account(id, Role.PATIENT, command, hash), profile.patient().apply(id));
  }

  private Account account(AccountId id, Role role, Command command, PasswordHash hash) {
    return Account.create(
        id,
        role,
        command.name(),
        command.email(),
        hash,
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }
}
