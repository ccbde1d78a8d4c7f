package io.healthconnect.testkit.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Programs that Go builds, with modules that it fetches. */
public final class GoProgram {
  private static final Duration BUILD = Duration.ofMinutes(10);

  private GoProgram() {}

  /**
   * Builds a program and returns its path. Skips the test, or fails it in CI, where there is no Go.
   *
   * @param folder where the program goes
   * @param source the folder of its module
   */
  public static String build(Path folder, Path source) throws IOException, InterruptedException {
    ProgramRuns.need("there is no Go: install Go 1.24 or newer", "go", "version");
    Path program = Files.createDirectories(folder).resolve(source.getFileName()).toAbsolutePath();
    ProgramRuns.run(source, BUILD, List.of("go", "build", "-o", program.toString(), "."));
    return program.toString();
  }
}
