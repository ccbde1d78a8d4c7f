package io.healthconnect.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that docs/protocol-suites.md names are there. */
class ProtocolSuitesPageTest {
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+)(?:\\.(\\w+)`|` \\(`(\\w+)`)");

  @Test
  void everyNamedTestIsThere() throws IOException {
    Matcher named =
        TEST.matcher(Documents.read(Documents.root().resolve("docs/protocol-suites.md")));
    int count = 0;
    for (; named.find(); count++) {
      String method = named.group(2);
      String source =
          method == null
              ? Files.readString(scripts().resolve("protocol.mjs"))
              : Files.readString(file(named.group(1) + ".java"));
      String test =
          method == null
              ? "async " + named.group(3) + "\\(\\)"
              : "(void|List<\\w+>) " + method + "\\(";
      assertTrue(Pattern.compile(test).matcher(source).find(), named.group());
    }
    assertTrue(count > 30, "names found: " + count);
  }

  private static Path scripts() {
    return Documents.root().resolve("adapter-signaling/src/test/interop");
  }

  private static Path file(String name) throws IOException {
    Path sources = Documents.root().resolve("adapter-signaling/src/test/java");
    try (Stream<Path> files = Files.walk(sources)) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }
}
