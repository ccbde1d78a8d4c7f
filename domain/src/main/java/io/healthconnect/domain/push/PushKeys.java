package io.healthconnect.domain.push;

import io.healthconnect.domain.InvalidValueException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;

/**
 * What encrypts notices for one device (RFC 8291), in base64url: the public key of its browser, a
 * point of the curve P-256, and a secret of 16 bytes. Keys that are no such things are refused
 * here, since nothing could ever be sent with them.
 */
public record PushKeys(String p256dh, String auth) {
  private static final BigInteger P =
      new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
  private static final BigInteger B =
      new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);
  private static final int LONGEST = 100;

  /**
   * @throws InvalidValueException if one of the two is no such key
   */
  public static PushKeys parse(String p256dh, String auth) {
    if (!isPoint(decoded("keys.p256dh", p256dh))) {
      throw new InvalidValueException("keys.p256dh", "must be a public key");
    }
    if (decoded("keys.auth", auth).length != 16) {
      throw new InvalidValueException("keys.auth", "must be 16 bytes");
    }
    return new PushKeys(p256dh, auth);
  }

  private static byte[] decoded(String field, String text) {
    if (text.length() > LONGEST) {
      throw InvalidValueException.tooLong(field, LONGEST);
    }
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException(field, "must be base64url");
    }
  }

  /** An uncompressed point of the curve, which has no others but that at infinity. */
  private static boolean isPoint(byte[] bytes) {
    if (bytes.length != 65 || bytes[0] != 4) {
      return false;
    }
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(bytes, 1, 33));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(bytes, 33, 65));
    BigInteger right = x.pow(3).subtract(x.multiply(BigInteger.valueOf(3))).add(B).mod(P);
    return x.compareTo(P) < 0 && y.compareTo(P) < 0 && y.pow(2).mod(P).equals(right);
  }

  @Override
  public String toString() {
    return "keys";
  }
}
