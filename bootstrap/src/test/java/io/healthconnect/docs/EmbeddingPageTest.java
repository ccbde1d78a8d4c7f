package io.healthconnect.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code of docs/embedding.md is code that is compiled and run. */
class EmbeddingPageTest {
  private static final Path PAGE = Documents.root().resolve("docs/embedding.md");
  private static final Path EXAMPLE =
      Documents.root()
          .resolve("bootstrap/src/test/java/io/healthconnect/embedding/EmbeddingExample.java");
  private static final Pattern JAVA = Pattern.compile("(?ms)^```java\n(.*?)^```$");
  private static final Pattern REGION =
      Pattern.compile("(?ms)^ *// begin: docs/embedding.md\n(.*?)^ *// end: docs/embedding.md$");

  @Test
  void theExampleIsTheOneThatRuns() {
    assertEquals(
        List.of(first(REGION, Documents.read(EXAMPLE)).stripTrailing().stripIndent() + "\n"),
        List.of(first(JAVA, Documents.read(PAGE))));
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }
}
