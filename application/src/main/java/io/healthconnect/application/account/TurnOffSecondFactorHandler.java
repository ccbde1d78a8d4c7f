package io.healthconnect.application.account;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountRepository;
import java.time.Duration;

final class TurnOffSecondFactorHandler implements TurnOffSecondFactor {
  private final AccountRepository accounts;
  private final OwnPassword ownPassword;

  TurnOffSecondFactorHandler(AccountRepository accounts, OwnPassword ownPassword) {
    this.accounts = accounts;
    this.ownPassword = ownPassword;
  }

  @Override
  public Result<Account, Refusal> turnOffSecondFactor(Command command) {
    return ownPassword
        .confirm(command.actor(), command.password())
        .mapFailure(TurnOffSecondFactorHandler::refusal)
        .flatMap(this::remove);
  }

  private Result<Account, Refusal> remove(OwnPassword.Confirmed confirmed) {
    return accounts.removeSecondFactor(confirmed.credentials())
        ? Result.success(confirmed.account().withSecondFactor(false))
        : Result.failure(new Refusal(Reason.WRONG_PASSWORD, Duration.ZERO));
  }

  private static Refusal refusal(OwnPassword.Refusal refusal) {
    Reason reason =
        switch (refusal.reason()) {
          case WRONG_PASSWORD -> Reason.WRONG_PASSWORD;
          case TOO_MANY_FAILURES -> Reason.TOO_MANY_FAILURES;
          case BUSY -> Reason.BUSY;
        };
    return new Refusal(reason, refusal.retryAfter());
  }
}
