package io.healthconnect.domain.account;

import java.util.Optional;

/**
 * What is known about the e-mail address of an account.
 *
 * @param confirmed whether somebody who reads mails to the address has said so
 * @param pending the address that replaces it once it is confirmed
 */
public record EmailStatus(boolean confirmed, Optional<Email> pending) {
  public static final EmailStatus UNCONFIRMED = new EmailStatus(false, Optional.empty());
  public static final EmailStatus CONFIRMED = new EmailStatus(true, Optional.empty());
}
