package io.healthconnect.application.recovery;

import io.healthconnect.application.account.ConfirmPassword;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.EmailRepository;
import io.healthconnect.domain.outbox.AccountMail;
import io.healthconnect.domain.outbox.AccountMailQueue;
import java.time.Clock;

/**
 * The use cases of recovery by mail.
 *
 * @param mails whether somebody sends mails; without, the first two refuse
 */
public record RecoveryUseCases(
    RequestReset requestReset, ChangeEmail changeEmail, ConfirmEmail confirmEmail, boolean mails) {

  /** What they need from the store. */
  public record Ports(AccountRepository accounts, EmailRepository emails, AccountMailQueue mails) {}

  public static RecoveryUseCases create(
      Ports ports, ConfirmPassword confirmPassword, AuditTrail trail, Clock clock) {
    AccountMailQueue mails = ports.mails();
    return new RecoveryUseCases(
        email -> {
          mails.ask(AccountMail.passwordReset(email, clock.instant()));
          return mails.isServed();
        },
        new ChangeEmailHandler(ports, confirmPassword, trail, clock),
        new ConfirmEmailHandler(ports.emails(), trail, clock),
        mails.isServed());
  }
}
