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
  public Result<Account, ConfirmPassword.Refusal> turnOffSecondFactor(Command command) {
    return ownPassword.confirm(command.actor(), command.password()).flatMap(this::remove);
  }

  private Result<Account, ConfirmPassword.Refusal> remove(OwnPassword.Confirmed confirmed) {
    return accounts.removeSecondFactor(confirmed.credentials())
        ? Result.success(confirmed.account().withSecondFactor(false))
        : Result.failure(
            new ConfirmPassword.Refusal(ConfirmPassword.Reason.WRONG_PASSWORD, Duration.ZERO));
  }
}
