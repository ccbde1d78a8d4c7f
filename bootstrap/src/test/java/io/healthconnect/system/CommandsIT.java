package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.benchmarks.server.SignalingSocket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the jar does beside a running server. */
class CommandsIT {
  @TempDir Path folder;

  private Command run(Map<String, String> environment, String... arguments) throws Exception {
    return Command.run(folder, environment, arguments);
  }

  @Test
  void copiesAndChecksBesideARunningServer() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    String data = jar.data().toString();
    try (ServerProcess server = jar.start(List.of(), Map.of())) {
      Command copied = run(Map.of(), "--data-dir", data, "--backup", "copy.db");
      assertEquals(0, copied.status(), copied.err());
      assertEquals(
          "Copied to " + folder.resolve("copy.db") + ". The secret jwt-secret is not in it.",
          copied.out().strip());
      Command again = run(Map.of("DATA_DIR", data), "--backup=copy.db");
      assertEquals(1, again.status());
      assertEquals(
          "Health Connect cannot do this: "
              + folder.resolve("copy.db")
              + " exists already; nothing was written",
          again.err().strip());
      Command sound = run(Map.of("DATA_DIR", data), "--check");
      assertEquals(0, sound.status(), sound.err());
      assertTrue(
          sound
              .out()
              .matches(
                  "(?s)schema version \\d+: ok\nintegrity: ok\nforeign keys: ok\n"
                      + "audit log, empty: ok\n"),
          sound.out());
      assertEquals("", sound.err());
      server.awaitReady(RunnableJar.START);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder + "/copy.db");
        var statement = connection.createStatement()) {
      statement.execute("DELETE FROM flyway_schema_history WHERE version = '2'");
      statement.execute("INSERT INTO doctor_search_word (doctor_id, word) VALUES ('none', 'x')");
    }
    Path damaged = Files.createDirectory(folder.resolve("damaged"));
    Files.move(folder.resolve("copy.db"), damaged.resolve("health-connect.db"));
    Command found = run(Map.of("DATA_DIR", damaged.toString()), "--check");
    assertEquals(1, found.status());
    assertTrue(
        found
            .out()
            .contains("foreign keys: wrong\n  a row of doctor_search_word names one missing"),
        found.out());
  }

  @Test
  void printsALinkThatSetsAPasswordOnce() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    Map<String, String> settings =
        Map.of("DATA_DIR", jar.data().toString(), "PORT", Integer.toString(jar.port()));
    try (ServerProcess server = jar.start()) {
      server.awaitReady(RunnableJar.START);
      String person = "{\"email\":\"ann@example.org\",\"password\":\"%s\"%s}";
      String first = "violet-harbour-42";
      String second = "copper-lantern-77";
      assertEquals(
          200,
          post(
              jar,
              "signup",
              person.formatted(first, ",\"role\":\"patient\",\"name\":\"Ann Berg\"")));
      Command ended = run(settings, "--reset-link", "Ann@Example.org");
      assertEquals(0, ended.status(), ended.err());
      String start = "http://127.0.0.1:" + jar.port() + "/reset#";
      assertTrue(ended.out().matches(Pattern.quote(start) + "[a-z2-7]{52}\n"), ended.out());
      assertTrue(ended.err().startsWith("Good once, until 20"), ended.err());
      String reset =
          "{\"token\":\"%s\",\"newPassword\":\"%s\"}"
              .formatted(ended.out().strip().substring(start.length()), second);
      assertEquals(204, post(jar, "reset", reset));
      assertEquals(422, post(jar, "reset", reset));
      assertEquals(401, post(jar, "login", person.formatted(first, "")));
      assertEquals(200, post(jar, "login", person.formatted(second, "")));
      Command unknown = run(settings, "--reset-link=who@example.org");
      assertEquals(1, unknown.status());
      assertEquals("", unknown.out());
      assertEquals("No account has this e-mail.", unknown.err().strip());
    }
    assertEquals(
        2,
        run(Map.of("DATA_DIR", jar.data().toString(), "PORT", "0"), "--reset-link=a@b.example")
            .status());
  }

  @Test
  void makesAnAdminBesideARunningServer() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    Map<String, String> settings =
        Map.of(
            "DATA_DIR", jar.data().toString(),
            "PORT", Integer.toString(jar.port()),
            "BCRYPT_COST", "4");
    try (ServerProcess server = jar.start()) {
      Person admin = Command.admin(jar, server.base(), Map.of());
      Api api = new Api(server.base());
      Api.Reply me = api.get("/api/auth/me", admin.token()).expect(200);
      assertEquals("admin", me.body().at("/user/role").asText());
      assertEquals(
          1,
          api.get("/api/admin/users?role=admin", admin.token())
              .expect(200)
              .body()
              .at("/users")
              .size());
      JsonNode system =
          api.get("/api/admin/system", admin.token()).expect(200).body().at("/system");
      assertTrue(system.at("/version").asText().matches("\\d+\\.\\d+.*"), system.toString());
      assertTrue(system.at("/upkeep").size() >= 10, system.toString());
      Command again = run(settings, "--create-admin=ADA@example.org");
      assertEquals(1, again.status());
      assertEquals("", again.out());
      assertEquals("An account has this e-mail already.", again.err().strip());
      assertEquals(2, run(settings, "--create-admin=nobody").status());
    }
  }

  @Test
  void removesALostSecondFactorBesideARunningServer() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    Map<String, String> settings = Map.of("DATA_DIR", jar.data().toString());
    try (ServerProcess server = jar.start()) {
      Person admin = Command.admin(jar, server.base(), Map.of());
      Api api = new Api(server.base());
      Map<String, String> logIn = Map.of("email", admin.email(), "password", Command.PASSWORD);
      api.post("/api/auth/login", "", logIn).expect(401);
      HttpClient http = HttpClient.newHttpClient();
      SignalingSocket socket = connect(http, server.base(), admin.token());
      Command removed = run(settings, "--remove-second-factor", "ADA@example.org");
      assertEquals(0, removed.status(), removed.err());
      // The server hears of it within seconds, not when the session expires.
      socket.closed().get(30, TimeUnit.SECONDS);
      assertThrows(
          IOException.class,
          () -> SignalingSocket.connect(http, server.base(), admin.token(), packet -> false));
      api.get("/api/auth/me", admin.token()).expect(401);
      Api.Reply back = api.post("/api/auth/login", "", logIn).expect(200);
      String entries =
          api.get("/api/admin/audit", back.token().orElseThrow()).expect(200).body().toString();
      assertTrue(entries.contains("\"second_factor_removed\",\"actor\":null"), entries);
      Command unknown = run(settings, "--remove-second-factor=who@example.org");
      assertEquals(1, unknown.status());
      assertEquals("", unknown.out());
      assertEquals("No account has this e-mail.", unknown.err().strip());
    }
  }

  /**
   * Connects again for as long as the server invites to that: it hears late that another process
   * made the admin, and then closes its sockets once, since they may have missed the change.
   */
  private static SignalingSocket connect(HttpClient http, URI base, String token) throws Exception {
    while (true) {
      try {
        return SignalingSocket.connect(http, base, token, packet -> false);
      } catch (IOException refused) {
        if (!String.valueOf(refused.getMessage()).contains("1012")) {
          throw refused;
        }
      }
    }
  }

  /** N-02. */
  @Test
  void n02FindsAChangedEntryOfTheAuditLog() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    Map<String, String> settings = Map.of("DATA_DIR", jar.data().toString());
    try (ServerProcess server = jar.start()) {
      Command.admin(jar, server.base(), Map.of());
      Command whole = run(settings, "--check");
      assertEquals(0, whole.status(), whole.err());
      assertTrue(
          whole.out().matches("(?s).*audit log up to entry \\d+, hash [0-9a-f]{64}: ok\n"),
          whole.out());
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + jar.data().resolve("health-connect.db"));
        var statement = connection.createStatement()) {
      assertThrows(
          SQLException.class, () -> statement.execute("UPDATE audit SET subject_id = 'x'"));
      statement.execute("DROP TRIGGER audit_is_never_changed");
      statement.execute("UPDATE audit SET subject_id = 'x' WHERE number = 2");
    }
    Command changed = run(settings, "--check");
    assertEquals(1, changed.status());
    assertTrue(changed.out().contains(": wrong\n  entry 2 was changed\n"), changed.out());
  }

  private static int post(RunnableJar jar, String route, String body) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + jar.port() + "/api/auth/" + route);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void reportsUnsupportedOptions() throws Exception {
    Command mongo = run(Map.of("MONGODB_URI", "mongodb://127.0.0.1:1/x"), "--backup", "copy.db");
    assertEquals(2, mongo.status());
    assertEquals(
        "--backup: copies a SQLite store only; for MongoDB use mongodump --oplog",
        mongo.err().strip());
    Command nothing = run(Map.of(), "--check");
    assertEquals(1, nothing.status());
    assertTrue(nothing.err().contains("there is no health-connect.db in "), nothing.err());
    assertEquals(2, run(Map.of(), "--backup").status());
    Command help = run(Map.of(), "--help");
    assertEquals(0, help.status());
    assertTrue(help.out().contains("--backup FILE"));
  }
}
