package io.healthconnect.rest.http.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.rest.rig.TestServer;
import java.util.List;
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
  void aRatingIsAnyDecimalNumberFrom0To5() {
    try (TestServer server = new TestServer()) {
      for (String text : List.of("0", "4.5", "4.999999999999999", "1e-05", "5")) {
        server.client().get("/api/doctors?minRating=" + text).expect(200);
      }
      for (String text : List.of("", "5.1", "6", "-1", "1e1", "NaN", "0x1", "4.", "5d")) {
        server.client().get("/api/doctors?minRating=" + text).expect(400, "invalid_request");
      }
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
