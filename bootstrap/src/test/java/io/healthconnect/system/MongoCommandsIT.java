package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.model.Updates;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What the jar does beside a running node on MongoDB. */
@ResourceLock("mongod")
@WithMongod
class MongoCommandsIT {
  @TempDir Path folder;

  private TestDatabase database;
  private RunnableJar jar;
  private Map<String, String> settings;

  @BeforeEach
  void emptyDatabase(TestDatabase database) throws Exception {
    this.database = database;
    database.raw().drop();
    jar = RunnableJar.in(folder);
    settings = new HashMap<>();
    settings.put("MONGODB_URI", database.uri());
    settings.put("JWT_SECRET", "kY3vN8qL1xW5zT7mB2cR9dF4gH6jP0sA");
    settings.put("PUBLIC_URL", "http://127.0.0.1:" + jar.port());
  }

  private Command run(String... arguments) throws Exception {
    return Command.run(folder, settings, arguments);
  }

  @Test
  void helpsPeopleBackIn() throws Exception {
    try (ServerProcess server = jar.start(settings)) {
      Person admin = Command.admin(jar, server.base(), settings);
      Api api = new Api(server.base());
      Map<String, String> logIn = Map.of("email", admin.email(), "password", Command.PASSWORD);
      api.post("/api/auth/login", "", logIn).expect(401);

      Command removed = run("--remove-second-factor", admin.email());
      assertEquals(0, removed.status(), removed.err());
      api.get("/api/auth/me", admin.token()).expect(401);
      api.post("/api/auth/login", "", logIn).expect(200);

      Command issued = run("--reset-link", admin.email());
      assertEquals(0, issued.status(), issued.err());
      String secret = issued.out().strip().replaceAll(".*#", "");
      Map<String, String> reset = Map.of("token", secret, "newPassword", "violet-Harbour-42-kite");
      api.post("/api/auth/reset", "", reset).expect(204);
      api.post("/api/auth/reset", "", reset).expect(422);
      api.post("/api/auth/login", "", logIn).expect(401);

      for (String command : new String[] {"--reset-link", "--remove-second-factor"}) {
        Command unknown = run(command + "=who@example.org");
        assertEquals(1, unknown.status());
        assertEquals("No account has this e-mail.", unknown.err().strip());
      }
      Command again = run("--create-admin", admin.email());
      assertEquals(1, again.status());
      assertEquals("An account has this e-mail already.", again.err().strip());
    }
  }

  /** N-02. */
  @Test
  void n02FindsWhatWasChangedInTheDatabase() throws Exception {
    try (ServerProcess server = jar.start(settings)) {
      Command.admin(jar, server.base(), settings);
      Command sound = run("--check");
      assertEquals(0, sound.status(), sound.err());
      assertTrue(
          sound
              .out()
              .matches(
                  "connection: ok\nschema version \\d+: ok\nunique indexes: ok\nvalidators: ok\n"
                      + "audit log up to entry \\d+, hash [0-9a-f]{64}: ok\n"),
          sound.out());
    }
    database
        .raw()
        .getCollection("audit")
        .updateOne(new Document("_id", 2L), Updates.set("subjectId", "x"));
    database.raw().getCollection("accounts").dropIndex("email");

    Command wrong = run("--check");
    assertEquals(1, wrong.status());
    assertTrue(
        wrong.out().contains("unique indexes: wrong\n  email of accounts is missing\n"),
        wrong.out());
    assertTrue(wrong.out().contains(": wrong\n  entry 2 was changed\n"), wrong.out());
  }

  @Test
  void nothingIsMadeWhereNoServerHasRun() throws Exception {
    for (String command :
        new String[] {"--create-admin=ada@example.org", "--reset-link=a@example.org", "--check"}) {
      assertEquals(1, run(command).status(), command);
    }
    assertEquals(0, database.raw().listCollectionNames().into(new java.util.ArrayList<>()).size());
  }
}
