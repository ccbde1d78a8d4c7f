package io.healthconnect.application.account;

import io.healthconnect.domain.account.Email;
import java.util.Optional;

/**
 * Finds the device of a genuine marker, on which the account has logged in before; empty otherwise.
 * The result is for {@link LogIn.Source}.
 */
@FunctionalInterface
public interface RecognizeDevice {
  Optional<String> recognizeDevice(Email email, String marker);
}
