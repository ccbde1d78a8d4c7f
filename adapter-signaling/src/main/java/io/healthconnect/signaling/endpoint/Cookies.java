package io.healthconnect.signaling.endpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads Cookie headers the plain way; what is not {@code name=value} is left out. */
public final class Cookies {
  private Cookies() {}

  public static Map<String, String> parse(List<String> headers) {
    Map<String, String> cookies = new LinkedHashMap<>();
    for (String header : headers) {
      int from = 0;
      while (from < header.length()) {
        int semicolon = header.indexOf(';', from);
        int end = semicolon < 0 ? header.length() : semicolon;
        int equals = header.indexOf('=', from);
        if (equals > from && equals < end) {
          String name = header.substring(from, equals).strip();
          cookies.putIfAbsent(name, unquoted(header.substring(equals + 1, end).strip()));
        }
        from = end + 1;
      }
    }
    return cookies;
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
