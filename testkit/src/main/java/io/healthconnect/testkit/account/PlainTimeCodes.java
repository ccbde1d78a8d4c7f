package io.healthconnect.testkit.account;

import io.healthconnect.domain.account.TimeCodes;
import io.healthconnect.domain.account.TotpSecret;
import java.util.concurrent.atomic.AtomicInteger;

/** Codes that anybody can tell from the step. For tests only. */
public final class PlainTimeCodes implements TimeCodes {
  private static final long CODES = 1_000_000;

  /** How many characters of a secret tell numbers below a million apart. */
  private static final int DIGITS = 4;

  private final AtomicInteger made = new AtomicInteger();

  @Override
  public TotpSecret newSecret() {
    return secret(made.incrementAndGet());
  }

  /** A different secret for each number below a million. */
  public static TotpSecret secret(int number) {
    StringBuilder base32 = new StringBuilder();
    for (int rest = number; base32.length() < TotpSecret.LENGTH; rest /= 32) {
      base32.append(TotpSecret.ALPHABET.charAt(rest % 32));
    }
    return new TotpSecret(base32.toString());
  }

  /** The secret with this code at that step. */
  public static TotpSecret secretFor(String code, long step) {
    return secret((int) Math.floorMod(Long.parseLong(code) - step, CODES));
  }

  @Override
  public String code(TotpSecret secret, long step) {
    int number = 0;
    for (int i = DIGITS - 1; i >= 0; i--) {
      number = number * 32 + TotpSecret.ALPHABET.indexOf(secret.base32().charAt(i));
    }
    return String.format("%06d", (step + number) % CODES);
  }
}
