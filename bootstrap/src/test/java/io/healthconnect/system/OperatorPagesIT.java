package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.testkit.program.ProgramRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs each command in the pages for operators, with a folder in place of the root. The service
 * manager is played by the test: it starts the server with the first command of the page.
 */
class OperatorPagesIT {
  private static final Path PAGES = Path.of("../docs");
  private static final String PASSWORD = "lantern-Orchid-47-tugboat";
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```bash\n(.*?)^```$");

  @TempDir Path root;

  private Map<String, String> settings = Map.of();
  private int port;
  private Optional<ServerProcess> server = Optional.empty();

  @BeforeEach
  void install() throws Exception {
    ProgramRuns.need("there is no curl", "curl", "--version");
    for (String folder : List.of("backup", "new", "opt/health-connect")) {
      Files.createDirectories(root.resolve(folder));
    }
    Path jar = Path.of("target/health-connect.jar").toAbsolutePath();
    Files.createSymbolicLink(root.resolve("health-connect.jar"), jar);
    Files.createSymbolicLink(root.resolve("new/health-connect.jar"), jar);
    port = ServerProcess.freePort();
    settings =
        Map.of(
            "PORT", Integer.toString(port),
            "BCRYPT_COST", "4",
            "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
  }

  @AfterEach
  void stop() {
    server.ifPresent(ServerProcess::close);
    server = Optional.empty();
  }

  @Test
  void theDeploymentPage() throws Exception {
    List<List<String>> blocks = blocks("deployment.md");
    String start = blocks.remove(0).get(0);
    serve(start);
    signUp("ann");
    // An account must be there before its second factor is removed.
    blocks.sort((one, other) -> Boolean.compare(isAdmin(other), isAdmin(one)));
    List<List<String>> later = new ArrayList<>();
    int beside = 0;
    for (List<String> block : blocks) {
      if (block.size() == 1 && block.get(0).matches(".* --[a-z-]+ \\S+ --[a-z-].*")) {
        assertFalse(run(block.get(0)).isBlank(), block::toString);
        beside++;
      } else {
        later.add(block);
      }
    }
    assertEquals(5, beside);
    signUp("bob");
    List<List<String>> starts = new ArrayList<>();
    for (List<String> block : later) {
      if (block.get(0).startsWith("systemctl")) {
        manage(block, start);
        assertEquals(200, logIn("ann"));
        assertEquals(401, logIn("bob"), "somebody who came after the backup");
      } else {
        starts.add(block);
      }
    }
    stop();
    assertEquals(2, starts.size());
    for (List<String> block : starts) {
      for (String command : block) {
        serve(command);
        stop();
      }
    }
  }

  @Test
  void theUpgradePage() throws Exception {
    List<List<String>> blocks = blocks("upgrade.md");
    assertEquals(1, blocks.size());
    String start =
        "java -jar /opt/health-connect/health-connect.jar --data-dir /var/lib/health-connect";
    Files.copy(
        root.resolve("health-connect.jar"), root.resolve("opt/health-connect/health-connect.jar"));
    serve(start);
    signUp("ann");
    manage(blocks.get(0), start);
    assertEquals(200, logIn("ann"));
    assertTrue(Files.exists(root.resolve("backup/before-upgrade.db")));
  }

  @Test
  void theTokenOfTheClientsPage() throws Exception {
    serve("java -jar health-connect.jar --data-dir /var/lib/health-connect");
    api()
        .post(
            "/api/auth/signup",
            "",
            Map.of(
                "role", "patient",
                "name", "Ben",
                "email", "ben@mail.example",
                "password", "copper-lantern-77"))
        .expect(200);
    String reply = run(blocks("clients.md").get(0).get(0));
    assertTrue(reply.contains("\"token\":\""), reply);
  }

  private static boolean isAdmin(List<String> block) {
    return block.get(0).contains("--create-admin");
  }

  /** Runs the commands of a block, and does what the service manager is told. */
  private void manage(List<String> commands, String start) throws Exception {
    for (String command : commands) {
      switch (command) {
        case "systemctl stop health-connect" -> stop();
        case "systemctl start health-connect" -> serve(start);
        case "systemctl restart health-connect" -> {
          stop();
          serve(start);
        }
        default -> run(command);
      }
    }
  }

  private void serve(String command) throws Exception {
    ServerProcess started =
        ServerProcess.start(
            List.of("bash", "-c", "cd " + root + " && exec env " + inRoot(command)),
            settings,
            port,
            root.resolve("server.log"));
    server = Optional.of(started);
    started.awaitReady(RunnableJar.START);
  }

  private String run(String command) throws Exception {
    Map<String, String> environment = new HashMap<>(settings);
    environment.remove("JAVA_TOOL_OPTIONS");
    return ProgramRuns.run(
        root, Duration.ofMinutes(2), environment, List.of("bash", "-c", inRoot(command)));
  }

  private String inRoot(String command) {
    return command
        .replace("/var/lib/health-connect", root + "/data")
        .replace("/opt/", root + "/opt/")
        .replace(" /backup/", " " + root + "/backup/")
        .replace("https://clinic.example/", "http://127.0.0.1:" + port + "/")
        .replace(":8080", ":" + port);
  }

  private Api api() {
    return new Api(server.orElseThrow().base());
  }

  private void signUp(String name) throws Exception {
    api()
        .post(
            "/api/auth/signup",
            "",
            Map.of("role", "patient", "name", name, "email", email(name), "password", PASSWORD))
        .expect(200);
  }

  private int logIn(String name) throws Exception {
    return api()
        .post("/api/auth/login", "", Map.of("email", email(name), "password", PASSWORD))
        .status();
  }

  private static String email(String name) {
    return name + "@example.org";
  }

  /** The commands of each block in bash, with continued lines joined and without comments. */
  private static List<List<String>> blocks(String page) throws Exception {
    List<List<String>> blocks = new ArrayList<>();
    BLOCK
        .matcher(Files.readString(PAGES.resolve(page)))
        .results()
        .forEach(
            block ->
                blocks.add(
                    block
                        .group(1)
                        .replaceAll("\\\\\n *", "")
                        .lines()
                        .map(line -> line.replaceAll(" +#.*", "").strip())
                        .toList()));
    return blocks;
  }
}
