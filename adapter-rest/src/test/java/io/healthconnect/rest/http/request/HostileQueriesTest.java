package io.healthconnect.rest.http.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.OpenApiContract;
import io.healthconnect.rest.rig.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** H-09: Values of query parameters that no honest client sends. */
class HostileQueriesTest {
  @Test
  void h09NoReadIsMadeExpensive() {
    try (TestServer server = new TestServer()) {
      Client doctor = server.doctor("dora");
      Client patient = server.patient("paul");
      Client admin = server.admin("ada");
      patient.post("/api/appointments", TestServer.booking(doctor, "09:00")).expect(201);
      int cells = 0;
      for (String operation : OpenApiContract.operations()) {
        String path = operation.substring(4).replaceAll("\\{\\w+}", doctor.id());
        List<JsonNode> parameters = OpenApiContract.queryOf(operation);
        if (operation.startsWith("GET ") && !parameters.isEmpty()) {
          String slots = path.endsWith("/slots") ? "?from=2026-03-03&to=2026-03-04" : "?";
          Client reader =
              switch (OpenApiContract.whoMay(operation)) {
                case "doctor" -> doctor;
                case "admin" -> admin;
                default -> patient;
              };
          reader.get(path + slots).expect(200);
          for (JsonNode parameter : parameters) {
            cells += refusals(reader, path + slots, parameter);
          }
        }
      }
      assertTrue(cells > 150, "cells " + cells);
    }
  }

  private static int refusals(Client client, String path, JsonNode parameter) {
    String name = parameter.path("name").asText();
    String others = path.replaceAll("(?<=[?&])" + name + "=[^&]*&?", "");
    List<String> values = hostile(name, parameter.path("schema"));
    for (String value : values) {
      String query = '&' + name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8);
      Client.Answer answer = client.get(others + query);
      assertEquals(400, answer.status(), () -> path + query + " " + answer.text());
    }
    client.get(others + '&' + name + "=1&" + name + "=2").expect(400, "invalid_request");
    // What is not text that people type is left out, and not empty.
    boolean text = parameter.path("schema").path("maxLength").asInt() > 0;
    client.get(others + '&' + name + '=').expect(text ? 200 : 400);
    return values.size() + 2;
  }

  private static List<String> hostile(String name, JsonNode schema) {
    String numbers = "1e9 -1 x NaN Infinity 99999999999999999999 0x10 $gt {\"$gt\":0} 1,2";
    boolean text = schema.path("maxLength").asInt() > 0;
    return switch (schema.path("type").asText() + (text ? " text" : "")) {
      case "integer" ->
          List.of((numbers + " 1.5" + (schema.has("maximum") ? " 1000000000" : "")).split(" "));
      case "number" -> List.of(numbers.split(" "));
      case "string text" -> List.of("x".repeat(201));
      default ->
          name.equals("cursor")
              ? List.of("x", "{\"$ne\":1}", "AAAA", "../..", "x".repeat(2_000))
              : Stream.of("password", "$where", "{\"$ne\":1}", "-1", "9999-99-99", "a.b")
                  .filter(value -> !value.matches(schema.path("pattern").asText("never")))
                  .toList();
    };
  }
}
