package io.healthconnect.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder that is removed with everything in it, for runs that fill gigabytes. */
public record WorkFolder(Path path) implements AutoCloseable {

  /** Makes an empty folder whose name begins with {@code prefix}. */
  public static WorkFolder create(String prefix) throws IOException {
    return new WorkFolder(Files.createTempDirectory(prefix));
  }

  @Override
  public void close() throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(path)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }
}
