package io.healthconnect.notify.push;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Whom push services can turn to about this site (RFC 8292).
 *
 * @param value a mailto: or https: URL
 */
public record PushContact(String value) {
  public static final String ALLOWED = "mailto:NAME@HOST or an https URL";

  /**
   * @throws IllegalArgumentException if it is neither
   */
  public static PushContact parse(String text) {
    boolean mail = text.matches("mailto:[^@\\s]+@[^@\\s]+");
    if (text.length() > 500 || !(isUrl(text) && (mail || text.startsWith("https://")))) {
      throw new IllegalArgumentException(ALLOWED);
    }
    return new PushContact(text);
  }

  private static boolean isUrl(String text) {
    try {
      URI url = new URI(text);
      return url.isOpaque() || url.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
