package io.healthconnect.notify.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/**
 * Whom mails come from.
 *
 * @param address ASCII, with a domain
 * @param name shown instead of the address; may be empty
 */
public record MailSender(String address, String name) {
  /** Describes the text that {@link #parse} accepts, for error messages. */
  public static final String ALLOWED =
      "an address such as clinic@clinic.example, or Clinic <clinic@clinic.example>";

  private static final int MAX_LENGTH = 320;

  /**
   * @throws IllegalArgumentException for anything else
   */
  public static MailSender parse(String text) {
    boolean line =
        text.length() <= MAX_LENGTH && text.codePoints().noneMatch(Character::isISOControl);
    if (!line) {
      throw new IllegalArgumentException("not a line");
    }
    try {
      InternetAddress[] parsed = InternetAddress.parse(text, true);
      if (parsed.length != 1 || parsed[0].isGroup()) {
        throw new IllegalArgumentException("not one address");
      }
      parsed[0].validate();
      String address = parsed[0].getAddress();
      String name = parsed[0].getPersonal();
      if (address.indexOf('@') < 1 || !address.matches("[!-~]+")) {
        throw new IllegalArgumentException("not an address with a domain");
      }
      return new MailSender(address, name == null ? "" : name);
    } catch (AddressException e) {
      throw new IllegalArgumentException("not " + ALLOWED, e);
    }
  }

  /** The part after the {@code @}. */
  String domain() {
    return address.substring(address.lastIndexOf('@') + 1);
  }
}
