package io.healthconnect.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.system.Programs;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script of the tutorial in bash against the jar of this build. */
class TutorialIT {
  private static final Pattern WALK = Pattern.compile("(?ms)^```bash\n(BASE=.*?)^```$");
  private static final String UNTIL_READY =
      "curl -sS -o /dev/null --retry 60 --retry-delay 1 --retry-connrefused"
          + " \"$BASE/health/ready\"\n";

  @TempDir Path folder;

  @Test
  void theScriptOfTheTutorialWorks() throws IOException, InterruptedException {
    Programs.need("bash", "bash");
    Programs.need("curl", "curl");
    Matcher walk = WALK.matcher(Documents.read(Documents.root().resolve("docs/tutorial.md")));
    assertTrue(walk.find());
    int port = freePort();
    Path log = folder.resolve("server.log");
    String java = ProcessHandle.current().info().command().orElse("java");
    Path jar =
        Path.of(System.getProperty("health-connect.jar", "target/health-connect.jar"))
            .toAbsolutePath();
    Process server =
        new ProcessBuilder(java, "-jar", jar.toString(), "--port", "" + port, "--bcrypt-cost", "4")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      List<String> output = bash(UNTIL_READY + walk.group(1), "http://127.0.0.1:" + port);
      assertTrue(output.contains("scheduled"), () -> output + "\n" + Documents.read(log));
      String last = output.get(output.size() - 1);
      assertEquals(2, last.split("\"seq\":", -1).length - 1, last);
      assertEquals(1, last.split("\"readAt\":null", -1).length - 1, last);
    } finally {
      server.destroy();
      server.waitFor(10, TimeUnit.SECONDS);
      server.destroyForcibly();
    }
  }

  private List<String> bash(String script, String base) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("walk.sh"), script);
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder("bash", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("BASE", base);
    Process process = builder.start();
    assertTrue(process.waitFor(2, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue(), Documents.read(output));
    return Documents.read(output).lines().toList();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
