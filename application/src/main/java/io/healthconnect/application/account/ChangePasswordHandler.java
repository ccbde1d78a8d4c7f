package io.healthconnect.application.account;

import io.healthconnect.domain.MissingException;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PasswordHasher.Verdict;
import io.healthconnect.domain.account.Requester;
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
  public Result<Account, Refusal> changePassword(Command command) {
    Account account =
        ports
            .accounts()
            .find(command.actor().id())
            .orElseThrow(() -> new MissingException("account"));
    Optional<Credentials> credentials = ports.accounts().credentials(account.id());
    // A live session has its own count, so that nobody else's guesses get in its way.
    LoginThrottle.Key key = LoginThrottle.Key.of(account.email(), command.actor().sessionId());
    Duration wait = throttle.begin(key);
    if (!wait.isZero()) {
      return Result.failure(new Refusal(Reason.TOO_MANY_FAILURES, wait));
    }
    Verdict verdict =
        Passwords.verify(
            ports.hasher(), command.currentPassword(), credentials, Requester.of(account.id()));
    return switch (verdict) {
      case BUSY -> {
        throttle.cancel(key);
        yield busy();
      }
      case MISMATCH -> wrongPassword();
      case MATCH -> {
        throttle.succeed(key);
        yield change(
            account, credentials.orElseThrow(() -> new MissingException("account")), command);
      }
    };
  }

  private Result<Account, Refusal> change(Account account, Credentials checked, Command command) {
    if (ports.rules().isGuessable(command.newPassword(), account.name(), account.email())) {
      return Result.failure(new Refusal(Reason.GUESSABLE_PASSWORD, Duration.ZERO));
    }
    Optional<PasswordHash> hash =
        ports.hasher().hash(command.newPassword(), Requester.of(account.id()));
    if (hash.isEmpty()) {
      return busy();
    }
    return ports.accounts().changePassword(checked, hash.get(), command.actor().sessionId())
        ? Result.success(account)
        : wrongPassword();
  }

  private static Result<Account, Refusal> wrongPassword() {
    return Result.failure(new Refusal(Reason.WRONG_PASSWORD, Duration.ZERO));
  }

  private static Result<Account, Refusal> busy() {
    return Result.failure(new Refusal(Reason.BUSY, LogInHandler.BUSY_WAIT));
  }
}
