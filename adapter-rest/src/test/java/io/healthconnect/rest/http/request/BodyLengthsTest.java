package io.healthconnect.rest.http.request;

import static io.healthconnect.rest.rig.RawRequests.answers;
import static io.healthconnect.rest.rig.RawRequests.bytes;
import static io.healthconnect.rest.rig.RawRequests.many;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import io.healthconnect.testkit.wire.RawClient;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Bodies that are too long, or not as long as they say, and objects with too many members. */
class BodyLengthsTest {
  private static final String LOGIN =
      "POST /api/auth/login HTTP/1.1\nHost: x\nContent-Type: application/json\n";
  private static final int LIMIT = 65_536;

  /** H-04. */
  @Test
  void h04LengthsThatAreTooLongOrLies() {
    try (TestServer server = new TestServer()) {
      String wrong = "Content-Length: ";
      String chunked = LOGIN + "Transfer-Encoding: chunked\n";
      try (RawClient client = new RawClient(server.server.port())) {
        assertEquals(413, client.status(LOGIN + wrong + (LIMIT + 1) + '\n'));
      }
      // It never ends, and is refused at most 64 KiB beyond the limit.
      String chunk = "2000\r\n" + " ".repeat(8_192) + "\r\n";
      try (RawClient client = new RawClient(server.server.port())) {
        client.send(bytes(chunked.replace("\n", "\r\n") + "\r\n"));
        client.send(List.of(bytes(chunk.repeat((LIMIT + 65_536) / 8_192))));
        assertEquals(413, client.status());
      }
      for (String length : List.of("-1", "+5", "x", "5 5", "0x5", "99999999999999999999")) {
        assertEquals(List.of(400), answers(server, LOGIN + wrong + length + '\n', "{}"), length);
      }
      assertEquals(List.of(400), answers(server, LOGIN + wrong + "100\n", "{\"email\":"));
      // If the server reads what follows the short body at all, it is a separate request.
      String rest = "{\"email\":1}\r\n\r\n";
      assertEquals(Set.of(400), Set.copyOf(answers(server, LOGIN + wrong + "5\n", rest)));
      String twice = LOGIN + wrong + "2\n" + wrong;
      assertEquals(List.of(400), answers(server, twice + "3\n", "{}"));
      assertEquals(List.of(400), answers(server, chunked + wrong + "2\n", "2\r\n{}\r\n0\r\n\r\n"));
      for (String broken : List.of("zz\r\n{}", "ffffffffffffffff\r\n{}", "-1\r\n{}", "2\r\n{}")) {
        assertEquals(List.of(400), answers(server, chunked, broken), broken);
      }
    }
  }

  /** H-11. */
  @Test
  void h11AnObjectOf60000Members() {
    try (TestServer server = new TestServer()) {
      Client doctor = server.doctor("dora");
      Client patient = server.patient("paul");
      patient.post("/api/appointments", TestServer.booking(doctor, "09:00")).expect(201);
      String members = '{' + many(60_000, "\"k%d\":1,") + "\"text\":\"x\"}";
      patient.put("/api/patients/me", members).expect(413, "too_large");
      // Where an image is allowed, the body may be larger, but not have more members.
      patient.post("/api/messages/" + doctor.id(), members).expect(400, "invalid_request");
    }
  }
}
