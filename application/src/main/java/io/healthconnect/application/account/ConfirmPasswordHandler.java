package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Credentials;

final class ConfirmPasswordHandler implements ConfirmPassword {
  private final OwnPassword ownPassword;

  ConfirmPasswordHandler(OwnPassword ownPassword) {
    this.ownPassword = ownPassword;
  }

  @Override
  public Result<Credentials, Refusal> confirmPassword(Actor actor, String password) {
    return ownPassword.confirm(actor, password).map(OwnPassword.Confirmed::credentials);
  }
}
