package io.healthconnect.security;

import io.healthconnect.domain.account.Password;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The 64 ASCII bytes that bcrypt gets instead of the password. bcrypt looks at 72 bytes only and
 * repeats short keys, so that a long password would be cut and one with a NUL could equal another;
 * digesting every password first leaves neither. The fixed key keeps hashes that leaked elsewhere
 * from being tried here in place of passwords.
 */
final class PasswordDigest {
  private static final String ALGORITHM = "HmacSHA384";
  private static final byte[] PURPOSE =
      "health-connect password 1".getBytes(StandardCharsets.US_ASCII);

  private PasswordDigest() {}

  static byte[] of(Password password) {
    // UTF-16 units as they are: an encoder would turn every lone surrogate into the same mark.
    ByteBuffer units = ByteBuffer.allocate(2 * password.value().length());
    units.asCharBuffer().put(password.value());
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(PURPOSE, ALGORITHM));
      return Base64.getEncoder().encode(mac.doFinal(units.array()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform lacks " + ALGORITHM, e);
    }
  }
}
