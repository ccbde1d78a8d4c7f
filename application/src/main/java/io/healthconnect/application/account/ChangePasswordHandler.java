package io.healthconnect.application.account;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.Requester;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

final class ChangePasswordHandler implements ChangePassword {
  private final AccountUseCases.Ports ports;
  private final Reauthentication reauthentication;
  private final Clock clock;

  ChangePasswordHandler(
      AccountUseCases.Ports ports, Reauthentication reauthentication, Clock clock) {
    this.ports = ports;
    this.reauthentication = reauthentication;
    this.clock = clock;
  }

  @Override
  public Result<Account, Refusal> changePassword(Command command) {
    return reauthentication
        .confirm(command.actor(), command.currentPassword())
        .mapFailure(ChangePasswordHandler::refusal)
        .flatMap(confirmed -> change(confirmed, command));
  }

  private Result<Account, Refusal> change(Reauthentication.Confirmed confirmed, Command command) {
    Account account = confirmed.account();
    if (ports.rules().isGuessable(command.newPassword(), account.name(), account.email())) {
      return refused(Reason.GUESSABLE_PASSWORD);
    }
    Optional<PasswordHash> hash =
        ports.hasher().hash(command.newPassword(), Requester.of(account.id()));
    if (hash.isEmpty()) {
      return Result.failure(new Refusal(Reason.BUSY, LogInHandler.BUSY_WAIT));
    }
    boolean changed =
        ports
            .accounts()
            .changePassword(
                confirmed.credentials(), hash.get(), command.actor().sessionId(), clock.instant());
    return changed ? Result.success(account) : refused(Reason.WRONG_PASSWORD);
  }

  private static Refusal refusal(ConfirmPassword.Refusal refusal) {
    Reason reason =
        switch (refusal.reason()) {
          case WRONG_PASSWORD -> Reason.WRONG_PASSWORD;
          case TOO_MANY_FAILURES -> Reason.TOO_MANY_FAILURES;
          case BUSY -> Reason.BUSY;
        };
    return new Refusal(reason, refusal.retryAfter());
  }

  private static Result<Account, Refusal> refused(Reason reason) {
    return Result.failure(new Refusal(reason, Duration.ZERO));
  }
}
