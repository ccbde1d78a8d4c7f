package io.healthconnect.edge.cookie;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses {@code Cookie} headers as browsers write them: pairs separated by semicolons, whatever
 * they contain. Cookies that a neighbouring host has set, malformed or not, never hide others.
 */
public final class Cookies {
  private static final int MAX_VALUES = 8;

  private Cookies() {}

  /**
   * The values of each cookie in the order of the headers, without surrounding quotes, and at most
   * 8 per name. A name has several values when a neighbouring host or another path has set it too.
   *
   * @param headers the lines of the header
   */
  public static Map<String, List<String>> parse(List<String> headers) {
    Map<String, List<String>> cookies = new LinkedHashMap<>();
    for (String header : headers) {
      for (String pair : header.split(";")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          add(cookies, pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
        }
      }
    }
    return cookies;
  }

  private static void add(Map<String, List<String>> cookies, String name, String value) {
    List<String> values = cookies.computeIfAbsent(name, key -> new ArrayList<>());
    String plain = unquoted(value);
    if (values.size() < MAX_VALUES && !values.contains(plain)) {
      values.add(plain);
    }
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
