package io.healthconnect.domain.outbox;

/** Like {@link Mailer}, for mails about access to accounts. */
public interface AccountMailer {
  /** As {@link Mailer#send}. The secret of the letter is written nowhere but in the mail. */
  Delivery send(AccountLetter letter);
}
