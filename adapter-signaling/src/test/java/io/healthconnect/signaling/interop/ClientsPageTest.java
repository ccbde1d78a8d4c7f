package io.healthconnect.signaling.interop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.account.OpenedSession;
import io.healthconnect.domain.account.Role;
import io.healthconnect.signaling.rig.OfficialClient;
import io.healthconnect.testkit.program.ProgramRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs the snippets of docs/clients.md as they stand there, but for the address. */
class ClientsPageTest {
  private static final Path PAGE = Path.of("../docs/clients.md");
  private static final Path WORK = Path.of("target/interop").toAbsolutePath();
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final InteropHost host;
  private final OpenedSession doctor;
  private final OpenedSession patient;

  ClientsPageTest() throws Exception {
    host = InteropHost.withRealTime();
    doctor = host.world.signUp(Role.DOCTOR);
    patient = host.world.signUp(Role.PATIENT);
    host.world.book(host.world.actor(doctor.token()), host.world.actor(patient.token()));
  }

  @BeforeAll
  static void installTheClients() throws Exception {
    OfficialClient.install();
    OfficialClient.installForPython();
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void javaScript() throws Exception {
    String ends =
        """
        const [token, to] = process.argv.slice(2);
        const { log } = console;
        console.log = (...words) => {
          log(...words);
          if (typeof words[0] === "boolean") process.exit();
        };
        """;
    assertPrints(
        "true", node("page.mjs", ends + snippet("JavaScript: `socket.io-client` 4.0", "js")));
  }

  @Test
  void javaScriptWithRecovery() throws Exception {
    String prelude =
        """
        import { io } from "socket.io-client";
        const [token] = process.argv.slice(2);
        const loadEverythingShown = () => (console.log("loaded"), process.exit());
        const show = () => {};
        """;
    assertPrints(
        "loaded", node("recovery-page.mjs", prelude + snippet("JavaScript with recovery", "js")));
  }

  @Test
  void python() throws Exception {
    String script =
        "import sys\ntoken, to = sys.argv[1:]\n"
            + snippet("Python: `python-socketio` 5", "python")
            + "client.disconnect()\n";
    Path file = Files.writeString(WORK.resolve("page.py"), script);
    String python = WORK.resolve("python/bin/python").toString();
    assertPrints("'ok': True", run(python, file.toString()));
  }

  @Test
  void java() throws Exception {
    String program =
        """
        import io.socket.client.Ack;
        import io.socket.client.IO;
        import io.socket.client.Socket;
        import java.net.URI;
        import java.util.Map;
        import org.json.JSONObject;

        class Page {
          public static void main(String[] arguments) throws Exception {
            String token = arguments[0];
            String to = arguments[1];
            java.io.PrintStream terminal = System.out;
            System.setOut(
                new java.io.PrintStream(terminal) {
                  @Override
                  public void println(Object printed) {
                    terminal.println(printed);
                    if (printed instanceof JSONObject) {
                      System.exit(0);
                    }
                  }
                });
        %s
          }
        }
        """
            .formatted(snippet("Java and Android", "java"));
    Path file = Files.writeString(WORK.resolve("Page.java"), program);
    String java = ProcessHandle.current().info().command().orElse("java");
    assertPrints(
        "\"ok\":true", run(java, "-cp", System.getProperty("java.class.path"), file.toString()));
  }

  private String node(String name, String script) throws Exception {
    return run("node", Files.writeString(WORK.resolve(name), script).toString());
  }

  private String run(String... command) throws Exception {
    List<String> all = new ArrayList<>(List.of(command));
    all.add(patient.token());
    all.add(doctor.account().id().value());
    return ProgramRuns.run(WORK, LIMIT, all);
  }

  private static void assertPrints(String expected, String output) {
    assertTrue(output.contains(expected), output);
  }

  /** The first block below a heading. */
  private String snippet(String heading, String language) throws Exception {
    String page = Files.readString(PAGE);
    String section = page.substring(page.indexOf("\n## " + heading));
    Matcher block = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(section);
    assertTrue(block.find(), heading);
    String url = "\"https://clinic.example\"";
    assertTrue(block.group(1).contains(url), heading);
    return block.group(1).replace(url, '"' + host.url() + '"');
  }
}
