package io.healthconnect.notify.mail;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.SocketFactory;

/**
 * Where mails are handed over: {@code smtp://host}, which starts in clear text and must change to
 * TLS (STARTTLS), or {@code smtps://host}, which begins with TLS. The certificate must be valid for
 * the host. With {@code ?tls=none}, which only {@code smtp://} allows, everything is sent in clear
 * text.
 *
 * @param password never shown or logged
 */
public record SmtpAddress(
    Security security, String host, int port, Optional<String> user, Optional<String> password) {
  /** Describes the text that {@link #parse} accepts, for error messages. */
  public static final String ALLOWED =
      "smtp:// or smtps://USER:PASSWORD@HOST:PORT, user and port optional; smtp:// with ?tls=none"
          + " for clear text";

  private static final long LONGEST_SILENCE_MILLIS = 30_000;

  private static final Pattern FORM =
      Pattern.compile(
          "(smtps?)://(?:([^\\s:@/?#]{1,300}):([^\\s:@/?#]{1,300})@)?"
              + "([A-Za-z0-9.-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}\\])(?::([0-9]{1,5}))?/?(\\?tls=none)?");

  /** How the connection is protected. */
  public enum Security {
    /** Clear text at first, and TLS before anything else is said. */
    STARTTLS,
    TLS,
    /** Clear text, for a mail server on the same machine. */
    NONE
  }

  /**
   * User and password are percent-encoded.
   *
   * @throws IllegalArgumentException for anything else; its message does not quote the text
   */
  public static SmtpAddress parse(String text) {
    Matcher form = FORM.matcher(text);
    boolean tls = text.startsWith("smtps:");
    boolean none = text.endsWith("?tls=none");
    if (!form.matches() || (tls && none)) {
      throw new IllegalArgumentException("not " + ALLOWED);
    }
    int port = form.group(5) == null ? (tls ? 465 : 587) : Integer.parseInt(form.group(5));
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("no such port");
    }
    Security security = tls ? Security.TLS : none ? Security.NONE : Security.STARTTLS;
    return new SmtpAddress(
        security, form.group(4), port, decoded(form.group(2)), decoded(form.group(3)));
  }

  /** A plus sign is itself, unlike in forms. */
  private static Optional<String> decoded(String part) {
    return Optional.ofNullable(part)
        .map(text -> URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
  }

  /** The configuration for the mail library. */
  Properties properties(Duration longest, SocketFactory sockets) {
    String protocol = security == Security.TLS ? "smtps" : "smtp";
    String prefix = "mail." + protocol + ".";
    String silence = Long.toString(Math.min(LONGEST_SILENCE_MILLIS, longest.toMillis()));
    String upgrade = Boolean.toString(security == Security.STARTTLS);
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", protocol);
    properties.put(prefix + "socketFactory", sockets);
    properties.setProperty(prefix + "socketFactory.fallback", "false");
    properties.setProperty(prefix + "connectiontimeout", silence);
    properties.setProperty(prefix + "timeout", silence);
    properties.setProperty(prefix + "writetimeout", silence);
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    properties.setProperty(prefix + "starttls.enable", upgrade);
    properties.setProperty(prefix + "starttls.required", upgrade);
    properties.setProperty(prefix + "auth", Boolean.toString(user.isPresent()));
    return properties;
  }

  /** Omits user and password. */
  @Override
  public String toString() {
    return "SmtpAddress[" + host + ":" + port + ", " + security + "]";
  }
}
