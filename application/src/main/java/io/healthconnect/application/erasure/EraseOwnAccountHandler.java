package io.healthconnect.application.erasure;

import io.healthconnect.application.account.ConfirmPassword;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.Erasure;
import java.time.Duration;
import java.util.Optional;

final class EraseOwnAccountHandler implements EraseOwnAccount {
  private final ConfirmPassword confirm;
  private final Erasures erasures;

  EraseOwnAccountHandler(ConfirmPassword confirm, Erasures erasures) {
    this.confirm = confirm;
    this.erasures = erasures;
  }

  @Override
  public Result<Account, Refusal> eraseOwnAccount(Command command) {
    return confirm
        .confirmPassword(command.actor(), command.password())
        .mapFailure(EraseOwnAccountHandler::refusal)
        .flatMap(checked -> erase(command, checked));
  }

  private Result<Account, Refusal> erase(Command command, Credentials checked) {
    return erasures
        .erase(command.actor(), command.actor().id(), Optional.of(checked))
        .mapFailure(refusal -> new Refusal(reason(refusal), Duration.ZERO));
  }

  private static Reason reason(Erasure.Refusal refusal) {
    return switch (refusal) {
      // Somebody else's change came in between, after which this password is not right any more.
      case UNKNOWN_ACCOUNT, PASSWORD_CHANGED -> Reason.WRONG_PASSWORD;
      case LAST_ADMIN -> Reason.LAST_ADMIN;
    };
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
}
