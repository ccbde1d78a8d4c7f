package io.healthconnect.application.account;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PasswordHasher.Verdict;
import java.time.Duration;
import java.util.Optional;

final class ChangePasswordHandler implements ChangePassword {
  private final AccountUseCases.Ports ports;
  private final LoginThrottle throttle;

  ChangePasswordHandler(AccountUseCases.Ports ports, LoginThrottle throttle) {
    this.ports = ports;
    this.throttle = throttle;
  }

  @Override
  public Result<Account, Refusal> handle(Command command) {
    Account account = ports.accounts().find(command.actor().id()).orElseThrow();
    Duration wait = throttle.begin(account.email());
    if (!wait.isZero()) {
      return Result.failure(new Refusal(Reason.TOO_MANY_FAILURES, wait));
    }
    Verdict verdict =
        Passwords.verify(ports.hasher(), command.currentPassword(), Optional.of(account));
    return switch (verdict) {
      case BUSY -> {
        throttle.takenBack(account.email());
        yield busy();
      }
      case MISMATCH -> Result.failure(new Refusal(Reason.WRONG_PASSWORD, Duration.ZERO));
      case MATCH -> {
        throttle.succeeded(account.email());
        yield change(account, command);
      }
    };
  }

  private Result<Account, Refusal> change(Account account, Command command) {
    if (ports.rules().isGuessable(command.newPassword(), account.name(), account.email())) {
      return Result.failure(new Refusal(Reason.GUESSABLE_PASSWORD, Duration.ZERO));
    }
    Optional<PasswordHash> hash = ports.hasher().hash(command.newPassword());
    if (hash.isEmpty()) {
      return busy();
    }
    Account changed = ports.accounts().save(account.withPassword(hash.get()));
    ports.sessions().revokeAll(account.id(), Optional.of(command.actor().sessionId()));
    return Result.success(changed);
  }

  private static Result<Account, Refusal> busy() {
    return Result.failure(new Refusal(Reason.BUSY, LogInHandler.BUSY_WAIT));
  }
}
