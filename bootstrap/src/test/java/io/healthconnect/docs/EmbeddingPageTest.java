package io.healthconnect.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code of docs/embedding.md is code that is compiled and run. */
class EmbeddingPageTest {
  private static final Path PAGE = Documents.root().resolve("docs/embedding.md");
  private static final Path EXAMPLE =
      Documents.root()
          .resolve("bootstrap/src/test/java/io/healthconnect/embedding/EmbeddingExample.java");
  private static final Path CONTAINER =
      Documents.root()
          .resolve(
              "adapter-signaling/src/test/java/io/healthconnect/signaling/interop/StockClientTest.java");
  private static final Pattern JAVA = Pattern.compile("(?ms)^```java\n(.*?)^```$");
  private static final Pattern REGION =
      Pattern.compile("(?ms)^ *// begin: docs/embedding.md\n(.*?)^ *// end: docs/embedding.md$");

  @Test
  void theExampleIsTheOneThatRuns() {
    assertEquals(
        List.of(first(REGION, Documents.read(EXAMPLE)).stripTrailing().stripIndent() + "\n"),
        List.of(first(JAVA, Documents.read(PAGE))));
  }

  /** Compared line by line without indentation: the page shows a part of a method. */
  @Test
  void theContainerIsTheOneThatATestStarts() {
    List<String> shown = lines(nth(JAVA, 2, Documents.read(PAGE)));
    assertEquals(10, shown.size());
    assertTrue(Collections.indexOfSubList(lines(Documents.read(CONTAINER)), shown) >= 0);
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).toList();
  }

  private static String first(Pattern pattern, String text) {
    return nth(pattern, 1, text);
  }

  private static String nth(Pattern pattern, int n, String text) {
    return pattern
        .matcher(text)
        .results()
        .skip(n - 1L)
        .map(match -> match.group(1))
        .findFirst()
        .orElse("");
  }
}
