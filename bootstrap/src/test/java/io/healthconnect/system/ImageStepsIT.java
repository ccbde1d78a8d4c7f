package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.testkit.program.ProgramRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The steps of the image in a folder that stands for its root: the archive of classes is made, the
 * server starts from it as the image starts it, and the check of its health tells whether it is
 * ready.
 */
class ImageStepsIT {
  private static final Path DOCKERFILE = Path.of("../docs/deploy/Dockerfile");

  @TempDir Path root;

  @Test
  void theArchiveIsMadeAndUsedAndTheHealthIsChecked() throws Exception {
    ProgramRuns.need("there is no bash", "bash", "--version");
    String file = inRoot(Files.readString(DOCKERFILE));
    Files.createDirectories(root.resolve("app"));
    Files.createDirectories(root.resolve("tmp"));
    Files.copy(Path.of("target/health-connect.jar"), root.resolve("app/health-connect.jar"));
    int port = ServerProcess.freePort();
    Map<String, String> environment =
        Map.of(
            "PORT", Integer.toString(port),
            "DATA_DIR", root.resolve("data").toString(),
            "HOST", "127.0.0.1");

    String archive = found(file, "(?s)FROM \\S+ AS archive.*?\nRUN (.*?[^\\\\])\n");
    ProgramRuns.run(
        root, Duration.ofMinutes(3), environment, List.of("bash", "-c", "set -e\n" + archive));
    assertTrue(Files.size(root.resolve("app/health-connect.jsa")) > 1_000_000);

    List<String> check = words(found(file, "HEALTHCHECK [^\\[]*CMD (\\[.*\\])\n"));
    assertEquals(1, status(check, environment));
    List<String> start = new ArrayList<>(words(found(file, "ENTRYPOINT (\\[.*\\])")));
    Path classes = root.resolve("classes.txt");
    start.add(1, "-Xlog:class+load=info:file=" + classes);
    try (ServerProcess server =
        ServerProcess.start(start, environment, port, root.resolve("server.log"))) {
      server.awaitReady(RunnableJar.START);
      assertEquals(0, status(check, environment));
    }
    assertEquals(1, status(check, environment));
    assertTrue(
        Files.readString(classes)
            .contains("io.healthconnect.bootstrap.Server source: shared objects file (top)"),
        "the archive is used");
  }

  private String inRoot(String file) {
    return file.replace("/app/", root + "/app/").replace("/tmp/data", root + "/tmp/data");
  }

  private static int status(List<String> command, Map<String, String> environment)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    return builder.start().waitFor();
  }

  private static String found(String file, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(file);
    assertTrue(matcher.find(), pattern);
    return matcher.group(1);
  }

  private static List<String> words(String json) throws Exception {
    return List.of(new ObjectMapper().readValue(json, String[].class));
  }
}
