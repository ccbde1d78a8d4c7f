package io.healthconnect.domain.account;

/**
 * Makes secrets, and the codes that an authenticator app shows for them: RFC 6238 with HMAC-SHA-1,
 * steps of 30 seconds, and six digits.
 */
public interface TimeCodes {
  /** A new secret from a secure random source. */
  TotpSecret newSecret();

  /**
   * The six digits of a step.
   *
   * @param step how many times {@link SecondFactor#STEP} has passed since 1970
   */
  String code(TotpSecret secret, long step);
}
