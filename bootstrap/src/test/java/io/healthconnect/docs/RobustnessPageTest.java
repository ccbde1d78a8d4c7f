package io.healthconnect.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Keeps docs/robustness.md and the tests in step: each id has a row, and each named test names the
 * id.
 */
class RobustnessPageTest {

  /** How many ids each letter has. */
  private static final Map<String, Integer> IDS =
      Map.ofEntries(
          Map.entry("D", 12),
          Map.entry("M", 13),
          Map.entry("C", 10),
          Map.entry("T", 11),
          Map.entry("H", 13),
          Map.entry("W", 14),
          Map.entry("G", 15),
          Map.entry("Z", 10),
          Map.entry("I", 10),
          Map.entry("B", 10),
          Map.entry("U", 9),
          Map.entry("R", 13),
          Map.entry("N", 6),
          Map.entry("X", 8),
          Map.entry("F", 6));

  private static final List<String> NOT_ASKED_FOR = List.of("G-10", "Z-09");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z]-\\d\\d) \\|.*\\| (.*) \\|$");
  private static final Pattern FILE = Pattern.compile("`([\\w.-]+\\.(?:ts|tsx|mjs))`");
  private static final Pattern JAVA = Pattern.compile("`([A-Z]\\w+)(?:\\.([a-z]\\w+))?`");

  /** A test with an id, or two, at the beginning of its name. */
  private static final Pattern METHOD =
      Pattern.compile("\\bvoid ([a-z]\\d\\d)(?:(?:And|To)([A-Z]\\d\\d))?[A-Z]");

  private static final Pattern PART = Pattern.compile("([A-Za-z])(\\d\\d)");

  @Test
  void everyIdHasARow() {
    TreeSet<String> expected = new TreeSet<>();
    IDS.forEach(
        (letter, count) ->
            IntStream.rangeClosed(1, count)
                .forEach(number -> expected.add("%s-%02d".formatted(letter, number))));
    NOT_ASKED_FOR.forEach(expected::remove);
    assertEquals(158, expected.size());
    assertEquals(expected, new TreeSet<>(rows().keySet()));
  }

  @Test
  void everyNameInARowNamesItsId() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    for (String ending : List.of(".java", ".ts", ".tsx", ".mjs")) {
      sources.putAll(sources(ending));
    }
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, String> row : rows().entrySet()) {
      int names = 0;
      for (Matcher file = FILE.matcher(row.getValue()); file.find(); names++) {
        if (!names(sources.getOrDefault(file.group(1), ""), row.getKey())) {
          wrong.add(row.getKey() + " " + file.group());
        }
      }
      for (Matcher java = JAVA.matcher(row.getValue()); java.find(); names++) {
        String method = java.group(2) == null ? "" : java.group(2) + "(";
        String source = sources.getOrDefault(java.group(1) + ".java", "");
        if (!names(source, row.getKey()) || !source.contains(method)) {
          wrong.add(row.getKey() + " " + java.group());
        }
      }
      if (names == 0 && !row.getValue().matches("No test: .{10,}")) {
        wrong.add(row.getKey() + " has neither a name nor a reason");
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** Fails when somebody writes the first test for an id and leaves its row unchanged. */
  @Test
  void noRowDeniesATestThatExists() throws IOException {
    Map<String, List<String>> named = new TreeMap<>();
    Map<String, String> tests = sources("Test.java");
    tests.putAll(sources("IT.java"));
    tests.remove("RobustnessPageTest.java");
    for (Map.Entry<String, String> row : rows().entrySet()) {
      if (row.getValue().startsWith("No test: ")) {
        List<String> found =
            tests.keySet().stream().filter(test -> names(tests.get(test), row.getKey())).toList();
        if (!found.isEmpty()) {
          named.put(row.getKey(), found);
        }
      }
    }
    assertEquals(Map.of(), named);
  }

  @Test
  void tellsIdsApart() {
    assertTrue(names("/** D-04: a full disk. */", "D-04"));
    assertFalse(names("void d04FullDisk() {} // D-044, MD-04", "D-04"));
    assertEquals(List.of("D-04"), ofMethods("void d04FullDisk() {} void d041() {} void e04Full()"));
    assertEquals(List.of("W-01", "W-07"), ofMethods("void w01ToW07Answers() {"));
  }

  /** Who searches for an id finds the test, also where the id is a part of a method's name. */
  @Test
  void everyIdInTheNameOfATestIsThereAsItIsWrittenOnThePage() throws IOException {
    List<String> hidden = new ArrayList<>();
    for (Map.Entry<String, String> file : sources(".java").entrySet()) {
      for (String id : ofMethods(file.getValue())) {
        if (!names(file.getValue(), id)) {
          hidden.add(file.getKey() + " " + id);
        }
      }
    }
    assertEquals(List.of(), hidden);
  }

  private static List<String> ofMethods(String source) {
    List<String> ids = new ArrayList<>();
    for (Matcher method = METHOD.matcher(source); method.find(); ) {
      for (int group = 1; group <= 2; group++) {
        Matcher part = PART.matcher(Objects.requireNonNullElse(method.group(group), ""));
        if (part.matches()) {
          String letter = part.group(1).toUpperCase(Locale.ROOT);
          if (Integer.parseInt(part.group(2)) <= IDS.getOrDefault(letter, 0)) {
            ids.add(letter + "-" + part.group(2));
          }
        }
      }
    }
    return ids;
  }

  /** The texts by file name; files with the same name are joined. */
  private static Map<String, String> sources(String ending) throws IOException {
    Map<String, String> sources = new TreeMap<>();
    for (Path file : Documents.named(ending)) {
      sources.merge(file.getFileName().toString(), Documents.read(file), String::concat);
    }
    return sources;
  }

  private static boolean names(String source, String id) {
    return Pattern.compile("\\b" + id + "\\b").matcher(source).find();
  }

  private static Map<String, String> rows() {
    Map<String, String> rows = new LinkedHashMap<>();
    Matcher row = ROW.matcher(Documents.read(Documents.root().resolve("docs/robustness.md")));
    while (row.find()) {
      assertEquals(null, rows.put(row.group(1), row.group(2)), row.group(1));
    }
    return rows;
  }
}
