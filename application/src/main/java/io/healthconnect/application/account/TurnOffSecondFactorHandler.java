package io.healthconnect.application.account;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountRepository;
import java.time.Duration;

final class TurnOffSecondFactorHandler implements TurnOffSecondFactor {
  private final AccountRepository accounts;
  private final Reauthentication reauthentication;

  TurnOffSecondFactorHandler(AccountRepository accounts, Reauthentication reauthentication) {
    this.accounts = accounts;
    this.reauthentication = reauthentication;
  }

  @Override
  public Result<Account, ConfirmPassword.Refusal> turnOffSecondFactor(Command command) {
    return reauthentication.confirm(command.actor(), command.password()).flatMap(this::remove);
  }

  private Result<Account, ConfirmPassword.Refusal> remove(Reauthentication.Confirmed confirmed) {
    return accounts.removeSecondFactor(confirmed.credentials())
        ? Result.success(confirmed.account().withSecondFactor(false))
        : Result.failure(
            new ConfirmPassword.Refusal(ConfirmPassword.Reason.WRONG_PASSWORD, Duration.ZERO));
  }
}
