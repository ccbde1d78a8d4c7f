package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.MissingException;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.TotpSecret;

final class BeginSecondFactorHandler implements BeginSecondFactor {
  private final AccountUseCases.Ports ports;

  BeginSecondFactorHandler(AccountUseCases.Ports ports) {
    this.ports = ports;
  }

  @Override
  public Result<Begun, Refusal> beginSecondFactor(Actor actor) {
    Account account =
        ports.accounts().find(actor.id()).orElseThrow(() -> new MissingException("account"));
    TotpSecret secret = ports.timeCodes().newSecret();
    return ports.accounts().beginSecondFactor(account.id(), secret)
        ? Result.success(new Begun(secret, secret.uri(account.email())))
        : Result.failure(Refusal.ALREADY_ON);
  }
}
