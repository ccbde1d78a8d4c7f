package io.healthconnect.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The inputs of each operation of the API besides its body, read from its description. */
final class OpenApiInputs {
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^  (?<path>/\\S*):$|^    (?<method>get|put|post|delete):$|^      (?<body>requestBody):"
              + "|^        - name: (?<name>\\S+)\n          in: (?<in>\\w+)"
              + "|^        - \\{\\$ref: '#/components/parameters/(?<shared>\\w+)'\\}|^(?<end>components):");

  /**
   * @param names the names of inputs, by {@code path}, {@code query}, {@code header} and {@code
   *     body}
   */
  record Inputs(Map<String, Set<String>> names) {
    Set<String> of(String kind) {
      return names.getOrDefault(kind, Set.of());
    }

    private void add(String kind, String name) {
      names.computeIfAbsent(kind, k -> new TreeSet<>()).add(name);
    }
  }

  private OpenApiInputs() {}

  /** By {@code METHOD path}. */
  static Map<String, Inputs> read() {
    Map<String, Inputs> all = new TreeMap<>();
    String path = "";
    Inputs last = new Inputs(Map.of());
    Matcher line = LINE.matcher(text());
    while (line.find() && line.group("end") == null) {
      if (line.group("path") != null) {
        path = line.group("path");
      } else if (line.group("method") != null) {
        last = new Inputs(new TreeMap<>());
        all.put(line.group("method").toUpperCase(Locale.ROOT) + " " + path, last);
      } else if (line.group("body") != null) {
        last.add("body", "all");
      } else if (line.group("name") != null) {
        last.add(line.group("in"), line.group("name"));
      } else {
        String shared = line.group("shared");
        String kind = shared.equals("ifMatch") ? "header" : "query";
        last.add(
            shared.startsWith("path") ? "path" : kind,
            shared.equals("ifMatch") ? "If-Match" : shared);
      }
    }
    return all;
  }

  private static String text() {
    try (InputStream in = OpenApiInputs.class.getResourceAsStream("/openapi.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
