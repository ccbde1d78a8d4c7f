package io.healthconnect.application.recovery;

import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.EmailRepository;
import io.healthconnect.domain.account.ResetToken;
import io.healthconnect.domain.audit.AuditAction;
import java.time.Clock;
import java.util.Optional;

final class ConfirmEmailHandler implements ConfirmEmail {
  private final EmailRepository emails;
  private final AuditTrail trail;
  private final Clock clock;

  ConfirmEmailHandler(EmailRepository emails, AuditTrail trail, Clock clock) {
    this.emails = emails;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public Result<Account, EmailRepository.Refusal> confirmEmail(String secret) {
    String hash = ResetToken.hashOf(secret);
    return emails
        .findToken(hash)
        .map(
            token ->
                emails.confirm(
                    hash,
                    clock.instant(),
                    trail.done(Optional.empty(), AuditAction.EMAIL_CHANGED, token.accountId())))
        .orElseGet(() -> Result.failure(EmailRepository.Refusal.INVALID_TOKEN));
  }
}
