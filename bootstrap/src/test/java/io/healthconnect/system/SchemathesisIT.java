package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.testkit.program.ProgramRuns;
import io.healthconnect.testkit.program.PythonEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/**
 * Schemathesis makes requests from the description of the API, valid and invalid ones, and finds no
 * reply that contradicts it. What it may not be bothered with stands in its files, with reasons.
 */
class SchemathesisIT {
  private static final Path FILES = Path.of("src/test/schemathesis").toAbsolutePath();
  private static final Path API =
      Path.of("../adapter-rest/src/main/resources/openapi.yaml").toAbsolutePath();
  private static final Duration LIMIT = Duration.ofMinutes(10);

  @TempDir static Path folder;
  private static PythonEnvironment python;
  private static ServerProcess server;
  private static Pair pair;
  private static Person admin;
  private static final Map<String, String> ENVIRONMENT = new HashMap<>();

  @BeforeAll
  static void start() throws Exception {
    python =
        PythonEnvironment.install(
            Path.of("target/python"), Path.of("src/test/python/requirements.txt"));
    RunnableJar jar = RunnableJar.in(folder);
    Map<String, String> settings = RunnableJar.withoutRates();
    settings.put("LIMIT_TURN_PER_HOUR", "100000");
    settings.put("LIMIT_EXPENSIVE_READS_PER_ADDRESS", "100");
    server = jar.start(settings);
    admin = Command.admin(jar, server.base(), settings);
    Api api = new Api(server.base());
    pair = Pair.create(api, "schema");
    String appointment =
        pair.book(api, pair.freeSlots(api, 2).get(0))
            .expect(201)
            .body()
            .at("/appointment/id")
            .asText();
    ENVIRONMENT.putAll(
        Map.of(
            "SCHEMATHESIS_HOOKS",
            "hooks",
            "PYTHONPATH",
            FILES.toString(),
            "PYTHONDONTWRITEBYTECODE",
            "1",
            "BASE_URL",
            server.base().toString(),
            "DOCTOR_ID",
            pair.doctor().id(),
            "PATIENT_ID",
            pair.patient().id(),
            "APPOINTMENT_ID",
            appointment,
            "VICTIM_ID",
            Person.patient(api, "victim").id()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void nothingIsFoundWithTheSessionOfADoctor() throws Exception {
    run(API, "doctor", pair.doctor(), pair.patient(), "--exclude-tag", "Administration");
  }

  /** The others find what there is to find in what needs no session. */
  @Test
  void nothingIsFoundWithTheSessionOfAPatient() throws Exception {
    run(
        API,
        "patient",
        pair.patient(),
        pair.doctor(),
        "--exclude-tag",
        "Administration",
        "--exclude-by",
        "/x-who == anyone");
  }

  @Test
  void nothingIsFoundWithTheSessionOfAnAdmin() throws Exception {
    run(API, "admin", admin, pair.patient(), "--include-tag", "Administration");
  }

  @Test
  void nothingIsFoundWithoutASession() throws Exception {
    Person nobody = new Person("", "", "");
    run(API, "anonymous", nobody, pair.doctor(), "--include-by", "/x-who == anyone");
  }

  @Test
  void aWrongDescriptionIsFound() throws Exception {
    String right = Files.readString(API);
    String wrong = right.replace("timeZone: {type: string}", "timeZone: {type: integer}");
    assertTrue(!wrong.equals(right));
    Path file = Files.writeString(folder.resolve("wrong.yaml"), wrong);
    AssertionFailedError found =
        assertThrows(
            AssertionFailedError.class,
            () ->
                run(
                    file,
                    "patient",
                    pair.patient(),
                    pair.doctor(),
                    "--include-operation-id",
                    "getDoctor"));
    assertTrue(found.getMessage().contains("Response violates schema"), found.getMessage());
  }

  private static void run(Path description, String role, Person who, Person other, String... more)
      throws Exception {
    Map<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.put("ROLE", role);
    environment.put("TOKEN", who.token());
    environment.put("OTHER_ID", other.id());
    List<String> command =
        new ArrayList<>(
            List.of(
                python.program("schemathesis"),
                "--config-file",
                FILES.resolve("schemathesis.toml").toString(),
                "run",
                description.toString(),
                "--url",
                server.base().toString(),
                "--no-color"));
    command.addAll(List.of(more));
    ProgramRuns.run(folder, LIMIT, environment, command);
  }
}
