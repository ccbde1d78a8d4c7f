package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of this machine that tests run. */
public final class Programs {
  private Programs() {}

  /** The path of a program, also among those for administrators. */
  static Optional<String> find(String name) {
    String path = System.getenv("PATH") + File.pathSeparator + "/usr/sbin";
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  /**
   * Skips the test where a program is not installed; fails it in CI.
   *
   * @param debian the package of Debian that has the program
   */
  public static void need(String name, String debian) {
    boolean found = find(name).isPresent();
    String missing = "there is no " + name + ": install Debian's " + debian;
    assertTrue(found || !"true".equals(System.getenv("CI")), missing);
    assumeTrue(found, missing);
  }
}
