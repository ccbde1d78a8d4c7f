package io.healthconnect.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code in docs/embedding.md is compiled and run. */
class EmbeddingPageTest {
  private static final Path PAGE = Documents.root().resolve("docs/embedding.md");
  private static final Path EXAMPLE =
      Documents.root().resolve("examples/embedding-plain/src/main/java/example/QuickStart.java");
  private static final Path CONTAINER =
      Documents.root()
          .resolve(
              "adapter-signaling/src/test/java/io/healthconnect/signaling/interop/StandaloneHost.java");
  private static final Path ECHO = CONTAINER.resolveSibling("EchoServer.java");
  private static final Pattern JAVA = Pattern.compile("(?ms)^```java\n(.*?)^```$");
  private static final Pattern REGION =
      Pattern.compile("(?ms)^ *// begin: docs/embedding.md\n(.*?)^ *// end: docs/embedding.md$");

  @Test
  void theExampleIsTheOneThatRuns() {
    assertEquals(region(EXAMPLE), nth(JAVA, 1, Documents.read(PAGE)));
  }

  @Test
  void theContainerIsTheOneThatTheInteropTestsStart() {
    assertEquals(region(CONTAINER), nth(JAVA, 2, Documents.read(PAGE)));
  }

  @Test
  void theEchoServerIsTheOneThatIsTested() {
    assertEquals(region(ECHO), nth(JAVA, 3, Documents.read(PAGE)));
  }

  private static String region(Path file) {
    String region = nth(REGION, 1, Documents.read(file));
    assertFalse(region.isEmpty());
    return region.stripTrailing().stripIndent() + "\n";
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
