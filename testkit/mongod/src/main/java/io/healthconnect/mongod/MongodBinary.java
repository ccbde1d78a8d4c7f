package io.healthconnect.mongod;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the server program. */
final class MongodBinary {
  private static final String SCRIPT = ".ci/install-mongod";
  private static final String INSTALLED = ".cache/mongod/fiftyone/db/bin/mongod";

  private MongodBinary() {}

  /** The program on the PATH, or else the one that {@code .ci/install-mongod} has fetched. */
  static Optional<Path> find() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    Stream<Path> onPath =
        Stream.of(path.split(File.pathSeparator))
            .filter(folder -> !folder.isEmpty())
            .map(folder -> Path.of(folder, "mongod"));
    return Stream.concat(onPath, installed()).filter(Files::isExecutable).findFirst();
  }

  /**
   * Tests run in the folder of their module, fault runs anywhere in the repository, so this
   * searches upwards.
   */
  private static Stream<Path> installed() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(SCRIPT))) {
        return Stream.of(at.resolve(INSTALLED));
      }
    }
    return Stream.empty();
  }
}
