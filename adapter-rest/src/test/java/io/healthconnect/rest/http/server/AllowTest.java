package io.healthconnect.rest.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/doctors | GET, HEAD",
        "/api/doctors/d1 | GET, HEAD",
        "/api/doctors/me | PUT",
        "/api/patients/me | GET, HEAD, PUT",
        "/api/doctors/me/overrides | DELETE, PUT"
      })
  void namesTheMethodsThatFindSomething(String path, String methods) {
    try (TestServer server = new TestServer()) {
      Client.Answer answer =
          server.client().send("PATCH", path, "{}").expect(405, "method_not_allowed");
      assertEquals(methods, answer.header("Allow"));
    }
  }
}
