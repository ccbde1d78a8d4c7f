package io.healthconnect.testkit.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs to their end. */
public final class ProgramRuns {
  private ProgramRuns() {}

  /**
   * Skips the test where a command does not succeed; fails it in CI.
   *
   * @param missing says what is missing and what to install
   */
  public static void need(String missing, String... command) throws InterruptedException {
    boolean there = succeeds(command);
    assertTrue(there || !"true".equals(System.getenv("CI")), missing);
    assumeTrue(there, missing);
  }

  /** Runs a program, and fails with its output unless it ends with 0 within the limit. */
  public static String run(Path folder, Duration limit, List<String> command)
      throws IOException, InterruptedException {
    return run(folder, limit, Map.of(), command);
  }

  /** Like {@link #run(Path, Duration, List)}, with more variables in its environment. */
  public static String run(
      Path folder, Duration limit, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    process.destroyForcibly();
    String text = Files.readString(output);
    Files.delete(output);
    assertTrue(ended, () -> command + " took longer than " + limit + "\n" + text);
    assertEquals(0, process.exitValue(), () -> command + "\n" + text);
    return text;
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
