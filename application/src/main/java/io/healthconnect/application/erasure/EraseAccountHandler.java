package io.healthconnect.application.erasure;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Erasure;
import java.util.Optional;

final class EraseAccountHandler implements EraseAccount {
  private final Erasures erasures;

  EraseAccountHandler(Erasures erasures) {
    this.erasures = erasures;
  }

  @Override
  public Result<Account, Refusal> eraseAccount(Command command) {
    return command.actor().isAdmin()
        ? erasures
            .erase(command.actor(), command.id(), Optional.empty())
            .mapFailure(EraseAccountHandler::refusal)
        : Result.failure(Refusal.NOT_AN_ADMIN);
  }

  private static Refusal refusal(Erasure.Refusal refusal) {
    return switch (refusal) {
      case UNKNOWN_ACCOUNT, PASSWORD_CHANGED -> Refusal.NOT_FOUND;
      case LAST_ADMIN -> Refusal.LAST_ADMIN;
    };
  }
}
