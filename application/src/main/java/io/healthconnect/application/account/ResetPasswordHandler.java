package io.healthconnect.application.account;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.Requester;
import io.healthconnect.domain.account.ResetToken;
import java.time.Clock;
import java.util.Optional;

final class ResetPasswordHandler implements ResetPassword {
  private final AccountUseCases.Ports ports;
  private final LoginThrottle throttle;
  private final Clock clock;

  ResetPasswordHandler(AccountUseCases.Ports ports, LoginThrottle throttle, Clock clock) {
    this.ports = ports;
    this.throttle = throttle;
    this.clock = clock;
  }

  @Override
  public Result<Account, Refusal> resetPassword(Command command) {
    String hash = ResetToken.hashOf(command.secret());
    Optional<Account> account =
        ports
            .accounts()
            .findResetToken(hash)
            .filter(token -> token.isValidAt(clock.instant()))
            .flatMap(token -> ports.accounts().find(token.accountId()))
            .filter(found -> !found.standing().disabled());
    if (account.isEmpty()) {
      return Result.failure(Refusal.INVALID_TOKEN);
    }
    return reset(account.get(), hash, command);
  }

  private Result<Account, Refusal> reset(Account account, String tokenHash, Command command) {
    if (ports.rules().isGuessable(command.newPassword(), account.name(), account.email())) {
      return Result.failure(Refusal.GUESSABLE_PASSWORD);
    }
    Optional<PasswordHash> next =
        ports.hasher().hash(command.newPassword(), Requester.of(account.id()));
    if (next.isEmpty()) {
      return Result.failure(Refusal.BUSY);
    }
    if (!ports.accounts().resetPassword(tokenHash, clock.instant(), next.get())) {
      return Result.failure(Refusal.INVALID_TOKEN);
    }
    // Who forgot a password has tried a few, and should not wait for having done so.
    throttle.succeed(LoginThrottle.Key.of(account.email(), LogIn.Source.of(command.network())));
    return Result.success(account);
  }
}
