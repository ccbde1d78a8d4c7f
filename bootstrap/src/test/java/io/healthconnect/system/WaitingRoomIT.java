package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The waiting room on two nodes: the doctor is at one, the patient at the other. */
@ResourceLock("mongod")
@WithMongod
class WaitingRoomIT {
  private static final String SECRET = "kY3vN8qL1xW5zT7mB2cR9dF4gH6jP0sA";

  @TempDir Path folder;

  @BeforeEach
  void empty(TestDatabase database) {
    database.raw().drop();
  }

  @Test
  void aPatientOfAnotherNodeWaitsIsAdmittedAndIsGoneWithTheNode(TestDatabase database)
      throws Exception {
    RunnableJar a = RunnableJar.in(Files.createDirectories(folder.resolve("a")));
    RunnableJar b = RunnableJar.in(Files.createDirectories(folder.resolve("b")));
    try (ServerProcess one = a.start(settings(database, a.port()));
        ServerProcess two = b.start(settings(database, b.port()))) {
      Api api = new Api(one.base());
      Pair pair = Pair.create(api, "waits");
      String visit = pair.meet(api).expect(201).body().at("/appointment/id").asText();
      Map<String, String> about = Map.of("appointmentId", visit);
      try (SocketIoClient doctor = SocketIoClient.connect(one.base(), pair.doctor().token());
          SocketIoClient patient = SocketIoClient.connect(two.base(), pair.patient().token())) {
        JsonNode joined = patient.emit("waiting-join", about);
        assertTrue(joined.path("ok").asBoolean(), joined::toString);
        JsonNode here = doctor.next("waiting-updated");
        assertTrue(here.path("present").asBoolean());
        assertEquals(joined.path("since"), here.path("since"));
        assertTrue(doctor.emit("admit", about).path("ok").asBoolean());
        assertEquals(visit, patient.next("admitted").path("appointmentId").asText());
        JsonNode shown = appointment(api, pair, visit);
        assertTrue(shown.at("/waiting/present").asBoolean());
        assertTrue(shown.path("noShowSuggestedAt").isNull());

        two.kill();

        JsonNode gone = doctor.next("waiting-updated");
        assertFalse(gone.path("present").asBoolean());
        assertEquals(here.path("since"), gone.path("since"));
        assertEquals(gone.path("since"), appointment(api, pair, visit).at("/waiting/since"));
      }
    }
  }

  private static JsonNode appointment(Api api, Pair pair, String visit) throws Exception {
    return api.get("/api/appointments/" + visit, pair.doctor().token())
        .expect(200)
        .body()
        .path("appointment");
  }

  private static Map<String, String> settings(TestDatabase database, int port) {
    return Map.of(
        "MONGODB_URI",
        database.uri(),
        "JWT_SECRET",
        SECRET,
        "PUBLIC_URL",
        "http://127.0.0.1:" + port,
        "DOCTOR_APPROVAL",
        "off");
  }
}
