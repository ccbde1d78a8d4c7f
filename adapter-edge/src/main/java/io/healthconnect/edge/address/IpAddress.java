package io.healthconnect.edge.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An IPv4 or IPv6 address, parsed from a literal; host names are never looked up. */
public record IpAddress(InetAddress value) {
  private static final Pattern V4 =
      Pattern.compile("((?:\\d{1,3}\\.){3}\\d{1,3})(?::(\\d{1,5}))?", Pattern.DOTALL);
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");
  private static final Pattern V6_IN_BRACKETS =
      Pattern.compile("\\[([0-9a-fA-F:.]{2,45})](?::(\\d{1,5}))?");
  private static final int NETWORK_BYTES = 8;
  private static final int SITE_BYTES = 6;

  /**
   * Parses an address as proxies and sockets write it: with or without a port, and IPv6 with or
   * without brackets. Empty if the text is anything else.
   */
  public static Optional<IpAddress> parse(String text) {
    Matcher v4 = V4.matcher(text);
    if (v4.matches()) {
      return isPort(v4.group(2)) && isDotted(v4.group(1)) ? literal(v4.group(1)) : Optional.empty();
    }
    Matcher v6 = V6_IN_BRACKETS.matcher(text);
    if (v6.matches()) {
      return isPort(v6.group(2)) ? literal("[" + v6.group(1) + "]") : Optional.empty();
    }
    return V6.matcher(text).matches() ? literal("[" + text + "]") : Optional.empty();
  }

  /**
   * The client network that limits count as one: an IPv4 address, or the /64 of an IPv6 address,
   * which is what one household or one rented server typically has.
   */
  public String network() {
    return prefix(NETWORK_BYTES);
  }

  /**
   * What guesses of one password are counted by: an IPv4 address, or the /48 of an IPv6 address,
   * the most that one household or company gets. Whoever has a /48 has 65,536 networks.
   */
  public String site() {
    return prefix(SITE_BYTES);
  }

  private String prefix(int length) {
    if (!(value instanceof Inet6Address)) {
      return value.getHostAddress();
    }
    byte[] bytes = value.getAddress();
    StringBuilder prefix = new StringBuilder();
    for (int i = 0; i < length; i += 2) {
      prefix.append(Integer.toHexString((bytes[i] & 0xff) << 8 | (bytes[i + 1] & 0xff)));
      prefix.append(':');
    }
    return prefix.append(":/").append(length * 8).toString();
  }

  private static boolean isPort(@Nullable String digits) {
    return digits == null || Integer.parseInt(digits) <= 65_535;
  }

  /**
   * Whether this is a dotted IPv4 address without leading zeros, which some parsers read as octal.
   */
  private static boolean isDotted(String text) {
    for (String part : text.split("\\.", -1)) {
      if (Integer.parseInt(part) > 255 || (part.length() > 1 && part.startsWith("0"))) {
        return false;
      }
    }
    return true;
  }

  /** The JDK never looks up a text in brackets or one of four numbers. */
  private static Optional<IpAddress> literal(String text) {
    try {
      return Optional.of(new IpAddress(InetAddress.getByName(text)));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
