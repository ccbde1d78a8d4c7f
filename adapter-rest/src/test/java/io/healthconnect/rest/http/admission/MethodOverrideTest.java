package io.healthconnect.rest.http.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** B-06: the method of a request is the one that was sent, whatever its headers and query say. */
class MethodOverrideTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-HTTP-Method-Override",
        "x-http-method-override",
        "X-HTTP-Method",
        "X-Method-Override"
      })
  void b06AReadThatNamesAnotherMethodIsARead(String header) {
    try (TestServer server = new TestServer()) {
      Client patient = server.patient("paul");
      for (String method : new String[] {"POST", "DELETE", "PUT"}) {
        for (String path : new String[] {"/api/auth/logout", "/api/me/avatar"}) {
          // With a cookie, from another site: a change would be refused with 403.
          Client.Answer answer =
              patient.send(
                  patient
                      .builder(path + "?_method=" + method)
                      .header("Cookie", "token=" + patient.token())
                      .header("Origin", "https://evil.example")
                      .header(header, method)
                      .GET());
          answer.expect(405, "method_not_allowed");
        }
      }
      patient.get("/api/auth/me").expect(200);
    }
  }

  @Test
  void b06AChangeStaysWhatItIs() {
    try (TestServer server = new TestServer()) {
      Client patient = server.patient("paul");
      Client.Answer answer =
          patient.send(
              patient
                  .builder("/api/auth/logout")
                  .header("Cookie", "token=" + patient.token())
                  .header("Origin", "https://evil.example")
                  .header("X-HTTP-Method-Override", "GET")
                  .POST(BodyPublishers.noBody()));
      assertEquals(403, answer.status());
      patient.get("/api/auth/me").expect(200);
    }
  }
}
