package io.healthconnect.signaling.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Runs scripts that use the official JavaScript client, and makes a test of each of their cases.
 */
public final class OfficialClient {
  private static final Path SOURCE = Path.of("src/test/interop");
  private static final Path WORK = Path.of("target/interop");
  private static final String LOCK = "package-lock.json";
  private static final Path OUTPUT = WORK.resolve("output.txt");

  private OfficialClient() {}

  /**
   * Installs the client; skips the tests loudly, or fails them in CI, where there is no Node.js.
   */
  public static void install() throws IOException, InterruptedException {
    boolean node = isThere("node") && isThere("npm");
    if (!node && "true".equals(System.getenv("CI"))) {
      throw new IllegalStateException("The interop tests need node and npm");
    }
    assumeTrue(node, "skipped: the interop tests need node and npm");
    Files.createDirectories(WORK);
    Path lock = WORK.resolve(LOCK);
    boolean installed =
        Files.exists(WORK.resolve("node_modules/socket.io-client"))
            && Files.exists(lock)
            && Files.mismatch(lock, SOURCE.resolve(LOCK)) < 0;
    try (Stream<Path> files = Files.list(SOURCE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = WORK.resolve(file.getFileName());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (!installed) {
      assertEquals(0, run(Duration.ofMinutes(2), "npm", "ci", "--no-audit", "--no-fund"));
    }
  }

  /** Runs a script to its end; each case that it names first is a test. */
  public static List<DynamicTest> cases(String script, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = Stream.concat(Stream.of("node", script), Stream.of(arguments)).toList();
    int status = run(Duration.ofMinutes(3), command.toArray(new String[0]));
    List<String> output = Files.readAllLines(OUTPUT);
    List<String> names = after("case ", output);
    assertFalse(names.isEmpty(), () -> "exit " + status + "\n" + String.join("\n", output));
    return names.stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> assertEquals("ok", result(name, output))))
        .toList();
  }

  private static String result(String name, List<String> output) {
    if (output.contains("ok " + name)) {
      return "ok";
    }
    return after("FAILED " + name + ": ", output).stream()
        .findFirst()
        .map(failure -> name + ": " + failure.replace("\\n", "\n"))
        .orElseGet(() -> name + " was not run\n" + String.join("\n", output));
  }

  private static List<String> after(String prefix, List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .toList();
  }

  private static boolean isThere(String command) throws InterruptedException {
    try {
      return new ProcessBuilder(command, "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private static int run(Duration limit, String... command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(WORK.toFile())
            .redirectErrorStream(true)
            .redirectOutput(OUTPUT.toFile())
            .start();
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
      return -1;
    }
    return process.exitValue();
  }
}
