package io.healthconnect.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Describes the machine that a figure was measured on. */
public final class Machine {
  private Machine() {}

  public static String describe() throws IOException {
    return "machine: %s, %d cores, Linux %s, Java %s"
        .formatted(
            processor(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.version"),
            Runtime.version());
  }

  private static String processor() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/cpuinfo"))) {
      if (line.startsWith("model name")) {
        return line.substring(line.indexOf(':') + 1).trim();
      }
    }
    return System.getProperty("os.arch");
  }
}
