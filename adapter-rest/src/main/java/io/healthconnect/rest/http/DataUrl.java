package io.healthconnect.rest.http;

import io.healthconnect.domain.InvalidValueException;
import java.util.Base64;
import java.util.regex.Pattern;

/** Images inside of JSON: {@code data:image/…;base64,…}. No other address is ever followed. */
final class DataUrl {
  private static final Pattern HEAD = Pattern.compile("data:image/[a-z0-9.+-]{1,40};base64");
  private static final int LONGEST_HEAD = 80;

  private DataUrl() {}

  /**
   * The bytes; the declared type means nothing.
   *
   * @throws InvalidValueException if it is anything else than such a URL
   */
  static byte[] decode(String url) {
    int comma = url.substring(0, Math.min(url.length(), LONGEST_HEAD)).indexOf(',');
    if (comma < 0 || !HEAD.matcher(url.substring(0, comma)).matches()) {
      throw new InvalidValueException("image", "must be a data URL of an image in base64");
    }
    try {
      return Base64.getDecoder().decode(url.substring(comma + 1));
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException("image", "is not base64");
    }
  }
}
