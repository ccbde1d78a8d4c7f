package io.healthconnect.rest.http.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.rest.rig.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryNumbersTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "1.5", "+1", "0", "101", "x"})
  void refusesWhatIsNoNumberInRange(String text) {
    try (TestServer server = new TestServer()) {
      assertEquals(
          "limit",
          server
              .client()
              .get("/api/doctors?limit=" + text.replace("+", "%2B"))
              .expect(400, "invalid_request")
              .json()
              .at("/errors/0/field")
              .asText());
    }
  }

  @Test
  void takesTheDefaultWhereThereIsNone() {
    try (TestServer server = new TestServer()) {
      server.client().get("/api/doctors").expect(200);
      server.client().get("/api/doctors?limit=100").expect(200);
    }
  }
}
