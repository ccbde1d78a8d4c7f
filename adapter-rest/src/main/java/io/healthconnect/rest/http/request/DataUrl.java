package io.healthconnect.rest.http.request;

import io.healthconnect.domain.InvalidValueException;
import java.util.Base64;
import java.util.regex.Pattern;

/** Decodes files in JSON: {@code data:…;base64,…}. URLs of any other kind are never followed. */
enum DataUrl {
  /** The declared format is ignored. */
  IMAGE("image", "an image", "image/[a-z0-9.+-]{1,40}"),
  PDF("document", "a PDF", "application/pdf");

  private static final int LONGEST_HEAD = 80;

  private final String field;
  private final String content;
  private final Pattern head;

  DataUrl(String field, String content, String type) {
    this.field = field;
    this.content = content;
    this.head = Pattern.compile("(?i)data:" + type + ";base64");
  }

  /**
   * The bytes.
   *
   * @throws InvalidValueException if the text is not such a URL
   */
  byte[] decode(String url) {
    int comma = url.substring(0, Math.min(url.length(), LONGEST_HEAD)).indexOf(',');
    if (comma < 0 || !head.matcher(url.substring(0, comma)).matches()) {
      throw new InvalidValueException(field, "must be a data URL of " + content + " in base64");
    }
    try {
      return Base64.getDecoder().decode(withoutLineBreaks(url.substring(comma + 1)));
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException(field, "is not base64");
    }
  }

  /** Mail programs and some libraries break base64 into lines. */
  private static String withoutLineBreaks(String base64) {
    return base64.indexOf('\n') < 0 && base64.indexOf('\r') < 0
        ? base64
        : base64.replace("\r", "").replace("\n", "");
  }
}
