package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators, and programs that they run, read in the log. */
class LogIT {
  private static final Path FILTER = Path.of("../docs/deploy/fail2ban/health-connect.conf");

  @TempDir Path folder;

  private List<String> log(Map<String, String> settings) throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    try (ServerProcess server = jar.start(settings)) {
      Api api = new Api(server.base());
      api.post("/api/auth/login", "", Map.of("email", "x@example.org", "password", "guess-guess"))
          .expect(401);
      assertEquals(0, server.terminate(Duration.ofMinutes(1)));
    }
    return Files.readAllLines(folder.resolve("server.log"));
  }

  @Test
  void inTextItHasNoWarningsButTheFailedLogIn() throws Exception {
    List<String> lines = log(Map.of("LIMIT_CHAT_BRUST", "1"));
    assertTrue(lines.stream().anyMatch(line -> line.contains(" INFO  Main started version ")));
    assertTrue(lines.get(lines.size() - 1).endsWith(" INFO  Main stopped"), lines::toString);
    List<String> warnings =
        lines.stream()
            .filter(line -> line.matches("\\S+Z (WARN|ERROR) .*"))
            .map(line -> line.replaceFirst("\\S+ +", ""))
            .toList();
    assertEquals(
        List.of(
            "WARN  Main LIMIT_CHAT_BRUST is not a setting; did you mean LIMIT_CHAT_BURST?",
            "WARN  logins failed log-in from 127.0.0.1: wrong e-mail or password"),
        warnings);
    Pattern filter = filter();
    List<String> banned = lines.stream().filter(line -> filter.matcher(line).find()).toList();
    assertEquals(1, banned.size(), banned::toString);
  }

  @Test
  void inJsonEveryLineOfStandardOutputIsAnObject() throws Exception {
    List<String> lines =
        log(Map.of("LOG_FORMAT", "json", "LOG_LEVEL", "INFO,io.healthconnect.rest.requests=WARN"));
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> events = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("{")) {
        events.add(json.readTree(line));
      }
    }
    List<String> messages = events.stream().map(event -> event.get("message").asText()).toList();
    assertTrue(messages.get(0).startsWith("started version "), messages::toString);
    assertEquals(
        List.of("failed log-in from 127.0.0.1: wrong e-mail or password", "stopping", "stopped"),
        messages.subList(1, messages.size()));
    assertEquals("127.0.0.1", events.get(1).get("address").asText());
  }

  /** As fail2ban reads it: {@code <ADDR>} stands for an address. */
  private static Pattern filter() throws Exception {
    String line =
        Files.readAllLines(FILTER).stream()
            .filter(each -> each.startsWith("failregex = "))
            .findFirst()
            .orElseThrow();
    String regex = line.substring("failregex = ".length()).replace("<ADDR>", "[0-9a-f.:]+");
    return Pattern.compile(regex);
  }
}
