package io.healthconnect.docs;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.testkit.program.GoProgram;
import io.healthconnect.testkit.program.ProgramRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/**
 * The sample files of Compose load as {@code docker compose config} loads them: with the loader
 * that Docker Compose is built on, which fills in variables, merges, and looks at what refers to
 * what.
 */
class ComposeIT {
  private static final Path LOADER = Path.of("src/test/compose-config");
  private static final Path FILES = Documents.root().resolve("docs/deploy").toAbsolutePath();
  private static final Pattern REQUIRED = Pattern.compile("(?m)^[^#\n]*?\\$\\{([A-Z_]+):\\?");

  @TempDir Path folder;
  private String loader = "";

  @BeforeEach
  void loader() throws Exception {
    loader = GoProgram.build(Path.of("target/go"), LOADER);
  }

  @Test
  void theFileForOneNodeLoads() throws Exception {
    assertTrue(config(FILES.resolve("compose.single.yaml"), Map.of()).contains("health-connect"));
  }

  @Test
  void theFileForTheClusterLoadsOnceEachSecretIsThere() throws Exception {
    Path file = FILES.resolve("compose.yaml");
    Map<String, String> secrets = new HashMap<>();
    REQUIRED
        .matcher(Documents.read(file))
        .results()
        .forEach(found -> secrets.put(found.group(1), "given"));
    assertTrue(secrets.size() >= 4, secrets::toString);
    String loaded = config(file, secrets);
    assertTrue(loaded.contains("health-connect:given@mongo1"), loaded);
    for (String secret : secrets.keySet()) {
      Map<String, String> others = new HashMap<>(secrets);
      others.remove(secret);
      assertThrows(AssertionFailedError.class, () -> config(file, others), secret);
    }
  }

  /** What no schema sees. */
  @Test
  void aReferenceToNothingIsFound() throws Exception {
    String text = Documents.read(FILES.resolve("compose.single.yaml"));
    String wrong = text.replaceFirst("(?m)^    image: ", "    networks: [nowhere]\n    image: ");
    assertTrue(!wrong.equals(text));
    Path file = Files.writeString(folder.resolve("compose.yaml"), wrong);
    assertThrows(AssertionFailedError.class, () -> config(file, Map.of()));
  }

  private String config(Path file, Map<String, String> environment) throws Exception {
    return ProgramRuns.run(
        FILES, Duration.ofMinutes(1), environment, List.of(loader, file.toString()));
  }
}
