package io.healthconnect.docs;

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

/**
 * F-06: what has broken a parser is kept as a file beside its test, and every build tries it. A
 * build runs the fuzz tests with the kept inputs alone.
 */
class FuzzCorpusTest {
  private static final Path TESTS = Path.of("src", "test", "java");
  private static final Pattern FUZZED =
      Pattern.compile("@FuzzTest\\([^)]*\\)\\s+void (\\w+)\\(byte\\[] ");

  /** The folders of inputs that the fuzz tests read. */
  private static Set<Path> wanted() throws IOException {
    Set<Path> folders = new TreeSet<>();
    for (Path file : Documents.named("FuzzTest.java")) {
      Matcher method = FUZZED.matcher(Documents.read(file));
      while (method.find()) {
        folders.add(inputs(file).resolve(method.group(1)));
      }
    }
    return folders;
  }

  private static Path inputs(Path test) {
    Path module = test;
    while (!module.endsWith("src")) {
      module = module.getParent();
    }
    module = module.getParent();
    Path in = module.resolve(TESTS).relativize(test.getParent());
    String name = test.getFileName().toString().replace(".java", "Inputs");
    return module.resolve("src/test/resources").resolve(in).resolve(name);
  }

  @Test
  void f06EveryFuzzTestHasKeptInputs() throws IOException {
    Set<Path> without = new TreeSet<>();
    Set<Path> wanted = wanted();
    assertTrue(wanted.size() >= 11, () -> "fuzz tests " + wanted);
    for (Path folder : wanted) {
      if (!Files.isDirectory(folder) || files(folder) < 5) {
        without.add(folder);
      }
    }
    assertEquals(Set.of(), without);
  }

  @Test
  void f06EveryKeptInputHasItsFuzzTest() throws IOException {
    Set<Path> idle = new TreeSet<>();
    Set<Path> wanted = wanted();
    for (Path module : modules()) {
      Path resources = module.resolve("src/test/resources");
      if (Files.isDirectory(resources)) {
        try (Stream<Path> all = Files.walk(resources)) {
          all.filter(Files::isRegularFile)
              .filter(file -> file.toString().contains("FuzzTestInputs"))
              .map(Path::getParent)
              .filter(folder -> !wanted.contains(folder))
              .forEach(idle::add);
        }
      }
    }
    assertEquals(Set.of(), idle);
  }

  private static Set<Path> modules() throws IOException {
    try (Stream<Path> folders = Files.list(Documents.root())) {
      return new TreeSet<>(folders.filter(Files::isDirectory).toList());
    }
  }

  private static long files(Path folder) throws IOException {
    try (Stream<Path> inputs = Files.list(folder)) {
      return inputs.count();
    }
  }
}
