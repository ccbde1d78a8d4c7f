package io.healthconnect.testkit.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Python with packages of its own, in a folder of the build. */
public record PythonEnvironment(Path folder) {
  private static final Duration INSTALLATION = Duration.ofMinutes(5);
  private static final String INSTALLED = "installed.txt";

  /**
   * Installs packages, unless the same ones are installed already. Skips the test, or fails it in
   * CI, where Python cannot make environments.
   *
   * @param requirements the list of packages, as pip reads it
   */
  public static synchronized PythonEnvironment install(Path folder, Path requirements)
      throws IOException, InterruptedException {
    ProgramRuns.need(
        "there is no Python 3 that makes environments: install Debian's python3-venv",
        "python3",
        "-c",
        "import ensurepip, venv");
    PythonEnvironment environment = new PythonEnvironment(folder.toAbsolutePath());
    environment.install(Files.readString(requirements));
    return environment;
  }

  private void install(String requirements) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path installed = folder.resolve(INSTALLED);
    if (Files.exists(installed) && Files.readString(installed).equals(requirements)) {
      return;
    }
    Files.deleteIfExists(installed);
    ProgramRuns.run(folder, INSTALLATION, List.of("python3", "-m", "venv", "--clear", "."));
    Path list = Files.writeString(folder.resolve("requirements.txt"), requirements);
    pip("install", "--requirement", list.toString());
    Files.writeString(installed, requirements);
  }

  /** Runs pip with these arguments. */
  public void pip(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(program("python"), "-m", "pip", "--quiet", "--disable-pip-version-check"));
    command.addAll(List.of(arguments));
    ProgramRuns.run(folder, INSTALLATION, command);
  }

  /** The path of a program that is in the environment. */
  public String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }
}
