package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Credentials;

final class ConfirmPasswordHandler implements ConfirmPassword {
  private final Reauthentication reauthentication;

  ConfirmPasswordHandler(Reauthentication reauthentication) {
    this.reauthentication = reauthentication;
  }

  @Override
  public Result<Credentials, Refusal> confirmPassword(Actor actor, String password) {
    return reauthentication.confirm(actor, password).map(Reauthentication.Confirmed::credentials);
  }
}
