package io.healthconnect.benchmarks.requests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.Person;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The requests as they are sent: to the server, or to the {@linkplain
 * io.healthconnect.benchmarks.requests.limit.LimitServer limit}, whose paths name the people.
 *
 * @param limit whether for the limit
 */
record Wire(Practice practice, boolean limit) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param number of this request among those of its row, each of which is sent once
   */
  byte[] request(Row row, URI base, int connection, long number) {
    Person reader = practice.readers().get(connection);
    Pair writers = practice.writers().get(connection);
    Person doctor = practice.doctors().get(0);
    return switch (row) {
      case DOCTORS -> get(row, base, connection, "/api/doctors?limit=20", "", "", "");
      case DOCTORS_ANEW ->
          get(row, base, connection, "/api/doctors?limit=20&n=" + number, "", "", "");
      case DOCTOR -> get(row, base, connection, "/api/doctors/" + doctor.id(), "", doctor.id(), "");
      case ME -> get(row, base, connection, "/api/auth/me", reader.token(), reader.id(), "");
      case APPOINTMENTS ->
          get(row, base, connection, "/api/appointments?limit=20", reader.token(), reader.id(), "");
      case CONVERSATION ->
          get(
              row,
              base,
              connection,
              "/api/messages/" + doctor.id() + "?limit=50",
              reader.token(),
              reader.id(),
              doctor.id());
      case SEND ->
          post(
              row,
              base,
              connection,
              "/api/messages/" + writers.doctor().id(),
              writers.patient(),
              writers.doctor(),
              Map.of("text", "I feel better since Monday.", "clientId", "n-" + number));
      case BOOK ->
          post(
              row,
              base,
              connection,
              "/api/appointments",
              practice.booker(number),
              practice.bookedBy(number),
              practice.booking(number));
    };
  }

  private byte[] get(
      Row row, URI base, int connection, String path, String token, String self, String other) {
    return bytes("GET", path(row, connection, path, self, other), base, token, "");
  }

  private byte[] post(
      Row row,
      URI base,
      int connection,
      String path,
      Person from,
      Person to,
      Map<String, String> body) {
    try {
      return bytes(
          "POST",
          path(row, connection, path, from.id(), to.id()),
          base,
          from.token(),
          JSON.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String path(Row row, int connection, String path, String self, String other) {
    return limit ? "/" + row + "/" + connection + "/" + name(self) + "/" + name(other) : path;
  }

  /** Nobody, in a path without empty parts. */
  private static String name(String person) {
    return person.isEmpty() ? "-" : person;
  }

  private static byte[] bytes(String method, String path, URI base, String token, String body) {
    StringBuilder text = new StringBuilder(512);
    text.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
    text.append("Host: ").append(base.getAuthority()).append("\r\n");
    if (!token.isEmpty()) {
      text.append("Authorization: Bearer ").append(token).append("\r\n");
    }
    if (!body.isEmpty()) {
      text.append("Content-Type: application/json\r\n");
      text.append("Content-Length: ").append(body.length()).append("\r\n");
    }
    return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.US_ASCII);
  }
}
