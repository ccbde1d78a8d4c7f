package io.healthconnect.rest.account;

import io.healthconnect.domain.account.ClientSoftware;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the names of a browser and of an operating system from a {@code User-Agent}. Browsers name
 * others beside themselves, so the first that is found in this order counts.
 */
final class UserAgents {
  private static final List<Map.Entry<String, String>> BROWSERS =
      List.of(
          Map.entry("Edg", "Edge"),
          Map.entry("OPR/", "Opera"),
          Map.entry("SamsungBrowser/", "Samsung Internet"),
          Map.entry("Firefox/", "Firefox"),
          Map.entry("FxiOS/", "Firefox"),
          Map.entry("CriOS/", "Chrome"),
          Map.entry("Chrome/", "Chrome"),
          Map.entry("Safari/", "Safari"));

  private static final List<Map.Entry<String, String>> SYSTEMS =
      List.of(
          Map.entry("Android", "Android"),
          Map.entry("iPhone", "iPhone"),
          Map.entry("iPad", "iPad"),
          Map.entry("Windows", "Windows"),
          Map.entry("CrOS", "ChromeOS"),
          Map.entry("Mac OS X", "macOS"),
          Map.entry("Linux", "Linux"));

  /** What names itself and nothing else, such as {@code curl/8.5.0}. */
  private static final Pattern PLAIN = Pattern.compile("([A-Za-z][A-Za-z0-9._-]{0,39})(/.*)?");

  private UserAgents() {}

  static ClientSoftware read(Optional<String> header) {
    String text = header.orElse("");
    Matcher plain = PLAIN.matcher(text);
    return new ClientSoftware(
        first(BROWSERS, text)
            .or(
                () ->
                    plain.matches() && !text.startsWith("Mozilla")
                        ? Optional.of(plain.group(1))
                        : Optional.empty()),
        first(SYSTEMS, text));
  }

  private static Optional<String> first(List<Map.Entry<String, String>> names, String text) {
    return names.stream()
        .filter(name -> text.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
