package io.healthconnect.signaling.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.healthconnect.testkit.program.ProgramRuns;
import io.healthconnect.testkit.program.PythonEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Runs scripts that use a stock client, and makes each of their cases a test. */
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
    ProgramRuns.need("the interop tests need node", "node", "--version");
    ProgramRuns.need("the interop tests need npm", "npm", "--version");
    Files.createDirectories(WORK);
    Path lock = WORK.resolve(LOCK);
    boolean installed =
        Files.exists(WORK.resolve("node_modules/socket.io-client"))
            && Files.exists(lock)
            && Files.mismatch(lock, SOURCE.resolve(LOCK)) < 0;
    copySources();
    if (!installed) {
      assertEquals(0, run(Duration.ofMinutes(2), "npm", "ci", "--no-audit", "--no-fund"));
    }
  }

  /** Installs the Python client; skips or fails as {@link #install} does. */
  public static void installForPython() throws IOException, InterruptedException {
    copySources();
    PythonEnvironment.install(WORK.resolve("python"), SOURCE.resolve("requirements.txt"));
  }

  private static void copySources() throws IOException {
    Files.createDirectories(WORK);
    try (Stream<Path> files = Files.list(SOURCE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = WORK.resolve(file.getFileName());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** Runs a script to its end. Each case that it first lists becomes a test. */
  public static List<DynamicTest> cases(String script, String... arguments)
      throws IOException, InterruptedException {
    return casesOf(Stream.concat(Stream.of("node", script), Stream.of(arguments)).toList());
  }

  /** Like {@link #cases}, for a Python script. */
  public static List<DynamicTest> pythonCases(String script, String... arguments)
      throws IOException, InterruptedException {
    return casesOf(
        Stream.concat(Stream.of("python/bin/python", script), Stream.of(arguments)).toList());
  }

  private static List<DynamicTest> casesOf(List<String> command)
      throws IOException, InterruptedException {
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
