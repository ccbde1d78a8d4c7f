package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.testkit.program.ProgramRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script of the tutorial in bash against the jar of this build. */
class TutorialIT {
  private static final Path PAGE = Path.of("../docs/tutorial.md");
  private static final Pattern WALK = Pattern.compile("(?ms)^```bash\n(BASE=.*?)^```$");
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String UNTIL_READY =
      "curl -sS -o /dev/null --retry 60 --retry-delay 1 --retry-all-errors --fail"
          + " \"$BASE/health/ready\"\n";

  @TempDir Path folder;

  @BeforeEach
  void needsItsTools() {
    Programs.need("bash", "bash");
    Programs.need("curl", "curl");
  }

  @Test
  void theScriptWorks() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    try (ServerProcess server = jar.start()) {
      walk(Map.of("BASE", server.base().toString()));
    }
  }

  /** The name of the cookie differs with TLS; clients that ask for the token do not notice. */
  @Test
  void theScriptWorksOverHttps() throws Exception {
    Nginx.need();
    Programs.need("openssl", "openssl");
    String request =
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext"
            + " subjectAltName=IP:127.0.0.1 -keyout key.pem -out cert.pem";
    ProgramRuns.run(folder, LIMIT, List.of(request.split(" ")));
    RunnableJar jar = RunnableJar.in(Files.createDirectories(folder.resolve("node")));
    int port = ServerProcess.freePort();
    String base = "https://127.0.0.1:" + port;
    try (ServerProcess server =
            jar.start(Map.of("PUBLIC_URL", base, "TRUSTED_PROXIES", "127.0.0.1"));
        Nginx nginx = Nginx.startTls(folder, port, jar.port(), "")) {
      String certificate = folder.resolve("cert.pem").toString();
      walk(Map.of("BASE", base, "CURL_CA_BUNDLE", certificate));
    }
  }

  private void walk(Map<String, String> environment) throws Exception {
    Matcher walk = WALK.matcher(Files.readString(PAGE));
    assertTrue(walk.find());
    Path script = Files.writeString(folder.resolve("walk.sh"), UNTIL_READY + walk.group(1));
    List<String> output =
        ProgramRuns.run(folder, LIMIT, environment, List.of("bash", script.toString()))
            .lines()
            .toList();
    assertTrue(output.contains("scheduled"), output::toString);
    String last = output.get(output.size() - 1);
    assertEquals(2, last.split("\"seq\":", -1).length - 1, last);
    assertEquals(1, last.split("\"readAt\":null", -1).length - 1, last);
  }
}
