package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.TotpSecret;

/**
 * Makes the secret for a person's authenticator app. Log-ins need it once {@link
 * ConfirmSecondFactor} has seen the app's first code; beginning again makes another secret.
 */
public interface BeginSecondFactor {
  Result<Begun, Refusal> beginSecondFactor(Actor actor);

  /**
   * @param uri what the app reads from a QR code
   */
  record Begun(TotpSecret secret, String uri) {
    @Override
    public String toString() {
      return "BeginSecondFactor.Begun[hidden]";
    }
  }

  enum Refusal {
    /** It has to be turned off first, which needs the password. */
    ALREADY_ON
  }
}
