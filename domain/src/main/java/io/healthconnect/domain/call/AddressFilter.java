package io.healthconnect.domain.call;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Removes the network addresses of a relay-only person from candidates (RFC 8839) and from the text
 * of session descriptions (RFC 8866). Addresses of the relay stay, and so do the random mDNS names
 * that browsers give to the addresses of a device. What cannot be read is removed.
 */
public final class AddressFilter {
  /** Foundation, component, transport, priority, address, port, type, and pairs of a name. */
  private static final Pattern CANDIDATE =
      Pattern.compile(
          "(?<head>(?:a=)?candidate:\\S+ +\\d+ +\\S+ +\\d+ +(?<address>\\S+) +\\d+"
              + " +typ +(?<type>\\S+))(?<pairs>(?: +\\S+ +\\S+)*+) *");

  private static final Pattern MDNS_NAME =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.local");
  private static final Pattern RELATED_ADDRESS =
      Pattern.compile("( +raddr +)\\S+", Pattern.CASE_INSENSITIVE);
  private static final Pattern RELATED_PORT =
      Pattern.compile("( +rport +)\\S+", Pattern.CASE_INSENSITIVE);

  /** The user name, the session and its version, which tell descriptions apart. */
  private static final Pattern ORIGIN = Pattern.compile("o=(\\S+ \\d+ \\d+) .*");

  private static final Pattern LINE_START = Pattern.compile("(?<=\n)");

  private AddressFilter() {}

  /**
   * The candidate as the other side may see it: without the address that it was derived from.
   *
   * @param line the candidate line; an empty one marks the end of candidates and stays as it is
   * @return empty if nothing of it may be passed on
   */
  public static Optional<String> candidate(String line) {
    if (line.isEmpty()) {
      return Optional.of(line);
    }
    Matcher parts = CANDIDATE.matcher(line);
    if (!parts.matches() || !isShown(parts.group("type"), parts.group("address"))) {
      return Optional.empty();
    }
    String unknown = parts.group("address").contains(":") ? "::" : "0.0.0.0";
    String pairs = RELATED_ADDRESS.matcher(parts.group("pairs")).replaceAll("$1" + unknown);
    return Optional.of(parts.group("head") + RELATED_PORT.matcher(pairs).replaceAll("$19"));
  }

  private static boolean isShown(String type, String address) {
    return type.equalsIgnoreCase("relay")
        || MDNS_NAME.matcher(address.toLowerCase(Locale.ROOT)).matches();
  }

  /** The description as the other side may see it; each line keeps its line end. */
  public static String description(String sdp) {
    return LINE_START.splitAsStream(sdp).map(AddressFilter::line).collect(Collectors.joining());
  }

  private static String line(String whole) {
    String text = whole.stripTrailing();
    String end = whole.substring(text.length());
    return shown(text).map(line -> line + end).orElse("");
  }

  private static Optional<String> shown(String line) {
    if (line.startsWith("c=")) {
      return Optional.of("c=" + nowhere(line));
    }
    if (line.startsWith("o=")) {
      Matcher origin = ORIGIN.matcher(line);
      return Optional.of("o=" + (origin.matches() ? origin.group(1) : "- 0 0") + " IN IP4 0.0.0.0");
    }
    return line.startsWith("a=") ? attribute(line) : Optional.of(line);
  }

  private static Optional<String> attribute(String line) {
    String attribute = line.substring(2).stripLeading().toLowerCase(Locale.ROOT);
    if (attribute.startsWith("candidate")) {
      return candidate(line);
    }
    if (attribute.startsWith("rtcp:")) {
      return Optional.of("a=rtcp:9 " + nowhere(line));
    }
    boolean names =
        attribute.startsWith("remote-candidates") || attribute.startsWith("source-filter");
    return names ? Optional.empty() : Optional.of(line);
  }

  private static String nowhere(String line) {
    return line.contains("IP6") ? "IN IP6 ::" : "IN IP4 0.0.0.0";
  }
}
