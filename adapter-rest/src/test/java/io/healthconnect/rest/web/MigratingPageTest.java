package io.healthconnect.rest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.OpenApiContract;
import io.healthconnect.rest.rig.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What docs/migrating.md says of the routes of the Express server. */
class MigratingPageTest {
  private static final Path PAGE = Path.of("../docs/migrating.md");
  private static final Pattern ROUTE = Pattern.compile("`(GET|POST|PUT|DELETE) (/api/[^`?]+)");

  private final TestServer server = new TestServer();

  @AfterEach
  void stop() {
    server.close();
  }

  /** A line of the table: the routes of that server, and what is here. */
  private record Line(List<MatchResult> old, boolean same, List<MatchResult> here) {}

  private static List<Line> lines() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("| `") && ROUTE.matcher(line).find())
        .map(line -> line.split("\\|"))
        .map(
            cells ->
                new Line(routes(cells[1]), cells[2].strip().startsWith("same"), routes(cells[2])))
        .toList();
  }

  private static List<MatchResult> routes(String cell) {
    return ROUTE.matcher(cell).results().toList();
  }

  @Test
  void whatIsTheSameIsHereAndWhatIsGoneIsNot() throws IOException {
    Client doctor = server.doctor("dora");
    Client patient = server.patient("paul");
    List<Line> lines = lines();
    assertEquals(22, lines.size());
    for (Line line : lines) {
      line.here().forEach(route -> assertTrue(isHere(route), route.group()));
      for (MatchResult route : line.old()) {
        if (line.same()) {
          assertTrue(isHere(route), route.group());
        } else if (!isHere(route)) {
          String path = route.group(2).replaceAll("\\{\\w+}", "nobody");
          for (Client who : List.of(doctor, patient)) {
            int status = who.send(route.group(1), path, null).status();
            assertTrue(status == 404 || status == 405, route.group() + " " + status);
          }
        } else {
          assertTrue(line.here().stream().anyMatch(each -> isEqual(each, route)), route.group());
        }
      }
    }
  }

  private static boolean isEqual(MatchResult one, MatchResult other) {
    return operation(one).equals(operation(other));
  }

  /** Whether it is described, whatever the parts in braces are called. */
  private static boolean isHere(MatchResult route) {
    return OpenApiContract.operations().stream()
        .map(each -> each.replaceAll("\\{\\w+}", "{}"))
        .anyMatch(operation(route)::equals);
  }

  private static String operation(MatchResult route) {
    return route.group(1) + " " + route.group(2).replaceAll("\\{\\w+}", "{}");
  }

  @Test
  void profilesAreChangedWhereTheyWereAndTakeOnlyWhatChanges() {
    Client doctor = server.doctor("dora");
    String practice = "\"specialization\":\"Neurology\",\"experience\":4,\"qualification\":\"MD\"";
    assertEquals(
        "Neurology",
        doctor
            .put("/api/doctors/profile", "{" + practice + "}")
            .expect(200)
            .json()
            .at("/doctor/specialization")
            .asText());
    doctor
        .put("/api/doctors/profile", "{\"role\":\"doctor\"," + practice + "}")
        .expect(400, "invalid_request");
    Client patient = server.patient("paul");
    String record = "\"bloodGroup\":\"A+\",\"gender\":\"\",\"dateOfBirth\":\"\",\"allergies\":\"\"";
    assertEquals(
        "A+",
        patient
            .put("/api/patients/profile", "{" + record + "}")
            .expect(200)
            .json()
            .at("/patient/bloodGroup")
            .asText());
    patient
        .put("/api/patients/profile", "{\"emergencyContact\":[]," + record + "}")
        .expect(400, "invalid_request");
  }
}
