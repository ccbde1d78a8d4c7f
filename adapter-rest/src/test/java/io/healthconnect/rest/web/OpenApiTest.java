package io.healthconnect.rest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.server.Route;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.OpenApiContract;
import io.healthconnect.rest.rig.TestServer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OpenApiTest {
  @Test
  void describesExactlyTheRoutes() {
    try (TestServer server = new TestServer()) {
      Set<String> routes =
          server.server.routes().stream()
              .map(route -> route.method() + " " + route.path())
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(server.server.routes().size(), routes.size());
      assertEquals(routes, OpenApiContract.operations());
    }
  }

  @Test
  void saysWhoMayUseEachRoute() {
    try (TestServer server = new TestServer()) {
      for (Route route : server.server.routes()) {
        String who = route.who().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        assertEquals(
            who,
            OpenApiContract.operation(route.method(), route.path()).path("x-who").asText(),
            route.path());
      }
    }
  }

  @Test
  void namesExactlyTheErrorCodes() {
    Set<String> codes =
        Arrays.stream(ErrorCode.values())
            .map(ErrorCode::code)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(codes, OpenApiContract.codes());
  }

  @Test
  void namesExactlyTheCodesOfFieldErrors() {
    Set<String> codes =
        Arrays.stream(InvalidValueException.Code.values())
            .map(InvalidValueException.Code::code)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(codes, OpenApiContract.fieldErrorCodes());
  }

  @Test
  void theDocumentsNeedNoScriptAndNoOtherSite() {
    try (TestServer server = new TestServer()) {
      Client client = server.client();
      for (String path : new String[] {"/docs", "/"}) {
        String page = client.get(path).expect(200).text();
        assertFalse(page.contains("<script"));
        assertFalse(page.contains("style="));
        assertFalse(page.contains("http"));
      }
      assertTrue(client.get("/docs").text().contains("POST /api/appointments/{id}/no-show"));
      client.get("/docs.css").expect(200);
      client.get("/openapi.yaml").expect(200);
    }
  }
}
