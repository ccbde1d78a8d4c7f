package io.healthconnect.rest.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A date in a range of appointments is the appointment's own date, in its own zone. */
class DayRangesTest {
  private TestServer server;
  private Client patient;

  @BeforeEach
  void book() {
    server = new TestServer();
    patient = server.patient("paul");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Pacific/Auckland, 09:00", "Pacific/Auckland, 16:30", "America/Los_Angeles, 16:30",
    "Europe/Berlin, 09:00", "Pacific/Kiritimati, 09:00", "Pacific/Pago_Pago, 16:30"
  })
  void aDayHoldsWhatItsOwnClockSays(String zone, String time) {
    Client doctor = server.doctor("dora");
    doctor.put("/api/doctors/me", "{\"timeZone\":\"" + zone + "\"}").expect(200);
    patient.post("/api/appointments", TestServer.booking(doctor, time)).expect(201);
    assertEquals(1, count("from=2026-03-03&to=2026-03-03"), zone);
    assertEquals(1, count("from=2026-03-03"), zone);
    assertEquals(1, count("to=2026-03-03"), zone);
    assertEquals(0, count("to=2026-03-02"), zone);
    assertEquals(0, count("from=2026-03-04"), zone);
    assertEquals(1, count("from=2026-03-01T00:00:00Z&to=2026-03-03"), zone);
  }

  private int count(String range) {
    return patient.get("/api/appointments?" + range).expect(200).json().path("appointments").size();
  }
}
