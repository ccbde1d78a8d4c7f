package io.healthconnect.rest.http.request;

import io.healthconnect.domain.InvalidValueException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Decodes images in JSON: {@code data:image/…;base64,…}. URLs of any other kind are never followed.
 */
final class DataUrl {
  private static final Pattern HEAD = Pattern.compile("(?i)data:image/[a-z0-9.+-]{1,40};base64");
  private static final int LONGEST_HEAD = 80;

  private DataUrl() {}

  /**
   * The bytes; the declared type is ignored.
   *
   * @throws InvalidValueException if the text is not such a URL
   */
  static byte[] decode(String url) {
    int comma = url.substring(0, Math.min(url.length(), LONGEST_HEAD)).indexOf(',');
    if (comma < 0 || !HEAD.matcher(url.substring(0, comma)).matches()) {
      throw new InvalidValueException("image", "must be a data URL of an image in base64");
    }
    try {
      return Base64.getDecoder().decode(withoutLineBreaks(url.substring(comma + 1)));
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException("image", "is not base64");
    }
  }

  /** Mail programs and some libraries break base64 into lines. */
  private static String withoutLineBreaks(String base64) {
    return base64.indexOf('\n') < 0 && base64.indexOf('\r') < 0
        ? base64
        : base64.replace("\r", "").replace("\n", "");
  }
}
