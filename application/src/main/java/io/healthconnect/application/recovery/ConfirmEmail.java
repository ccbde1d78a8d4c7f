package io.healthconnect.application.recovery;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.EmailRepository;

/**
 * Confirms an e-mail address with the secret of the link that was mailed to it. Nobody needs to be
 * logged in, and nobody is by it.
 */
@FunctionalInterface
public interface ConfirmEmail {
  /**
   * @param secret as it was sent, whatever it is
   */
  Result<Account, EmailRepository.Refusal> confirmEmail(String secret);
}
