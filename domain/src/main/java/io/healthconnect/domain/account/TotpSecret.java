package io.healthconnect.domain.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The 160 bits that a person's authenticator app and the server share, in base32 (RFC 4648). Its
 * text form hides them.
 */
public record TotpSecret(String base32) {
  /** The characters of base32, by value. */
  public static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /** How many characters a secret has. */
  public static final int LENGTH = 32;

  private static final Pattern FORM = Pattern.compile("[A-Z2-7]{" + LENGTH + "}");
  private static final String ISSUER = "Health%20Connect";

  public TotpSecret {
    if (!FORM.matcher(base32).matches()) {
      throw new IllegalArgumentException("not a secret of " + LENGTH + " base32 characters");
    }
  }

  public byte[] bytes() {
    byte[] bytes = new byte[LENGTH * 5 / 8];
    int buffer = 0;
    int bits = 0;
    int next = 0;
    for (int i = 0; i < LENGTH; i++) {
      buffer = buffer << 5 | ALPHABET.indexOf(base32.charAt(i));
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[next++] = (byte) (buffer >> bits);
      }
    }
    return bytes;
  }

  /** What authenticator apps read from a QR code. */
  public String uri(Email account) {
    return "otpauth://totp/"
        + ISSUER
        + ":"
        + URLEncoder.encode(account.value(), StandardCharsets.UTF_8).replace("+", "%20")
        + "?secret="
        + base32
        + "&issuer="
        + ISSUER
        + "&algorithm=SHA1&digits=6&period="
        + SecondFactor.STEP.toSeconds();
  }

  @Override
  public String toString() {
    return "TotpSecret[hidden]";
  }
}
