package io.healthconnect.mongo.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A query that names an index fails without it, so a node must not serve before it is built. */
final class HintedIndexesTest {
  private static final Pattern HINT = Pattern.compile("hintString\\(\\s*([^)]+?)\\s*\\)");
  private static final Pattern CONSTANT = Pattern.compile("[A-Z_]+");

  /** Hints whose index depends on the query. */
  private static final Set<String> CHOSEN =
      Set.of(
          "FewDoctors.index(doctors, search",
          "FewDoctors.indexToCount(doctors, search",
          "index(doctor, query",
          "index");

  private static Stream<String> hints(String source) {
    return HINT.matcher(source).results().map(found -> named(found.group(1), source));
  }

  private static String named(String argument, String source) {
    if (!CONSTANT.matcher(argument).matches()) {
      return argument;
    }
    Matcher value = Pattern.compile("\\b" + argument + " = (\"\\w+\")").matcher(source);
    assertTrue(value.find(), argument);
    return value.group(1);
  }

  @Test
  void areAllWaitedFor() throws IOException {
    Set<String> hinted = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        hints(Files.readString(file)).forEach(hinted::add);
      }
    }
    assertTrue(hinted.removeAll(CHOSEN));
    hinted.addAll(ofTheDirectory());
    assertTrue(hinted.size() > 10, hinted::toString);
    hinted.removeIf(name -> LateIndexes.HINTED.contains(name.replace("\"", "")));
    assertEquals(Set.of(), hinted);
  }

  /** All that the directory chooses from. */
  private static Set<String> ofTheDirectory() throws IOException {
    String source =
        Files.readString(Path.of("src/main/java/io/healthconnect/mongo/doctor/Directory.java"));
    int begin = source.indexOf("static String index(");
    String method = source.substring(begin, source.indexOf("\n  }", begin));
    Set<String> names = new TreeSet<>();
    Pattern.compile("\"\\w+\"").matcher(method).results().forEach(m -> names.add(m.group()));
    assertTrue(names.size() > 5, names::toString);
    return names;
  }

  @Test
  void areFoundByLiteralAndByConstant() {
    String source = "String IT = \"b\"; find().hintString(\"a\").sort().hintString(\n IT)";
    assertEquals(Set.of("\"a\"", "\"b\""), Set.copyOf(hints(source).toList()));
  }
}
