package io.healthconnect.security;

import io.healthconnect.domain.account.Password;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The 64 ASCII bytes that bcrypt hashes instead of the password. bcrypt reads only 72 bytes and
 * repeats short keys, so a long password would be truncated, and one with a NUL could equal
 * another; digesting every password first prevents both. The fixed key keeps digests that leaked
 * elsewhere from being tried here in place of passwords.
 */
final class PasswordDigest {
  private static final String ALGORITHM = "HmacSHA384";
  private static final byte[] PURPOSE =
      "health-connect password 1".getBytes(StandardCharsets.US_ASCII);

  private PasswordDigest() {}

  static byte[] of(Password password) {
    // UTF-16 units as they are: an encoder would replace every lone surrogate with the same
    // character.
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
