package io.healthconnect.application.recovery;

import io.healthconnect.domain.account.Email;

/**
 * Asks for a mail with a link for a new password. Whether anybody has the address is found out
 * later, by whoever sends the mail, so that neither the answer nor its time tells.
 */
@FunctionalInterface
public interface RequestReset {
  /**
   * @return false if nobody sends mails, whatever the address
   */
  boolean requestReset(Email email);
}
