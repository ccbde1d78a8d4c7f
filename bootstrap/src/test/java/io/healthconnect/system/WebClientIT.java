package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.healthconnect.benchmarks.server.ShortLived;
import io.healthconnect.standin.CloudinaryStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Runs the end-to-end tests of the web client: real browsers against the jar. Without Node,
 * Chromium or a web client in the build they are skipped, and with {@code CI=true} they fail
 * instead. A stand-in of Cloudinary is there for those that want one.
 */
class WebClientIT {
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final Path CLIENT = Path.of("../web-client").toAbsolutePath().normalize();
  private static final int PATIENCE_MINUTES = 10;

  @TempDir Path folder;

  /** The files share nothing, and mostly wait for their pages. */
  @Execution(ExecutionMode.CONCURRENT)
  @TestFactory
  List<DynamicTest> peopleMeetInRealBrowsers() throws IOException {
    try (var files = Files.list(CLIENT.resolve("e2e"))) {
      return files
          .filter(file -> file.toString().endsWith(".test.mjs"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> run(file)))
          .toList();
    }
  }

  private void run(Path file) throws IOException, InterruptedException {
    boolean ready =
        Programs.find("node").isPresent()
            && (System.getenv("CHROMIUM") != null
                || BROWSERS.stream().anyMatch(name -> Programs.find(name).isPresent()))
            && Files.exists(CLIENT.resolve("target/classes/web/files.txt"));
    if ("true".equals(System.getenv("CI"))) {
      assertTrue(ready, "needs node, chromium and the web client");
    }
    assumeTrue(ready, "skipped: needs node, chromium and the web client");
    Path output = folder.resolve(file.getFileName() + ".txt");
    ProcessBuilder builder =
        new ProcessBuilder("node", "--test", "--test-reporter=spec", file.toString())
            .directory(CLIENT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("HEALTH_CONNECT_JAR", jar().toString());
    builder.environment().put("JAVA_OPTIONS", String.join(" ", ShortLived.options(jar())));
    try (CloudinaryStandIn cloudinary = new CloudinaryStandIn(Clock.systemUTC())) {
      builder.environment().put("CLOUDINARY_STAND_IN", cloudinary.url());
      runToItsEnd(builder.start(), output);
    }
  }

  private static void runToItsEnd(Process process, Path output) throws InterruptedException {
    try {
      assertTrue(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES), () -> read(output));
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
    assertEquals(0, process.exitValue(), () -> read(output));
  }

  private static Path jar() {
    return Path.of(System.getProperty("health-connect.jar", "target/health-connect.jar"))
        .toAbsolutePath();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
