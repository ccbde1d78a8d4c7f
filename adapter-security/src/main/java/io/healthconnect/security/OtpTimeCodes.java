package io.healthconnect.security;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import io.healthconnect.domain.account.TimeCodes;
import io.healthconnect.domain.account.TotpSecret;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/** Time codes by java-otp, and secrets from the system's secure random source. Thread-safe. */
public final class OtpTimeCodes implements TimeCodes {
  private final SecureRandom random = new SecureRandom();
  private final HmacOneTimePasswordGenerator generator = new HmacOneTimePasswordGenerator();

  @Override
  public TotpSecret newSecret() {
    byte[] bytes = new byte[TotpSecret.LENGTH];
    random.nextBytes(bytes);
    StringBuilder base32 = new StringBuilder(TotpSecret.LENGTH);
    for (byte b : bytes) {
      base32.append(TotpSecret.ALPHABET.charAt(b & 31));
    }
    return new TotpSecret(base32.toString());
  }

  @Override
  public String code(TotpSecret secret, long step) {
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(secret.bytes(), generator.getAlgorithm()), step, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("any 160 bits are a key", e);
    }
  }
}
