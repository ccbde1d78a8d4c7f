package io.healthconnect.rest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.server.Route;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.OpenApiContract;
import io.healthconnect.rest.rig.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class OpenApiTest {
  /** What makes a browser turn to another site; examples may name one. */
  private static final Pattern OTHER_SITE =
      Pattern.compile("(?i)([a-z]\\s*=\\s*[\"']?|url\\(\\s*[\"']?)([a-z]+:)?//");

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

  /** What generated clients and pages need; these are rules that Spectral recommends. */
  @Test
  void describesEachOperation() {
    Set<String> tags =
        StreamSupport.stream(OpenApiContract.document().path("tags").spliterator(), false)
            .map(tag -> tag.path("name").asText())
            .collect(Collectors.toSet());
    Set<String> ids = new TreeSet<>();
    for (String operation : OpenApiContract.operations()) {
      String[] parts = operation.split(" ");
      JsonNode described = OpenApiContract.operation(parts[0], parts[1]);
      String id = described.path("operationId").asText();
      assertTrue(id.matches("[a-z][A-Za-z]+") && ids.add(id), () -> operation + ": " + id);
      assertTrue(tags.contains(described.at("/tags/0").asText()), operation);
      assertFalse(described.path("summary").asText().isEmpty(), operation);
      assertFalse(described.path("description").asText().isEmpty(), operation);
    }
    JsonNode document = OpenApiContract.document();
    for (String member : List.of("/info/license/identifier", "/info/contact/url", "/servers/0")) {
      assertFalse(document.at(member).isMissingNode(), member);
    }
    assertTrue(
        OpenApiContract.operation("POST", "/api/message/send/{receiverId}")
            .path("deprecated")
            .asBoolean());
  }

  @Test
  void everyBodyHasAnExampleThatItsSchemaAllows() {
    int bodies = 0;
    for (String operation : OpenApiContract.operations()) {
      for (String schema : OpenApiContract.body(operation).stream().toList()) {
        JsonNode examples = OpenApiContract.document().at(schema.substring(1) + "/examples");
        assertFalse(examples.isEmpty(), schema);
        for (JsonNode example : examples) {
          assertTrue(OpenApiContract.allows(schema, example), () -> schema + " " + example);
        }
        bodies++;
      }
    }
    assertTrue(bodies >= 30, "bodies " + bodies);
  }

  /** The guide in /docs shows them next to the routes that cause them. */
  @Test
  void theEventsOfRoutesAreDescribedForSockets() throws IOException {
    JsonNode messages;
    try (InputStream file = OpenApiTest.class.getResourceAsStream("/asyncapi.yaml")) {
      messages = new YAMLMapper().readTree(file);
    }
    Set<String> events = new TreeSet<>();
    messages
        .findValues("name")
        .forEach(
            name -> {
              if (name.isTextual()) {
                events.add(name.asText());
              }
            });
    Set<String> told = new TreeSet<>();
    for (String operation : OpenApiContract.operations()) {
      String[] parts = operation.split(" ");
      OpenApiContract.operation(parts[0], parts[1])
          .path("x-events")
          .forEach(event -> told.add(event.asText()));
    }
    assertTrue(told.size() >= 5, told::toString);
    told.removeAll(events);
    assertEquals(Set.of(), told);
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
  void theGuideNamesRoutesThatExist() throws IOException {
    try (TestServer server = new TestServer();
        InputStream file = OpenApiTest.class.getResourceAsStream("/site/guide.html")) {
      String guide = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(server.client().get("/docs").expect(200).text().contains(guide));
      Set<String> named =
          Pattern.compile("<code>((GET|POST|PUT|DELETE) /[^<]*)</code>")
              .matcher(guide)
              .results()
              .map(found -> found.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      assertTrue(named.size() >= 8, named::toString);
      named.removeAll(OpenApiContract.operations());
      assertEquals(Set.of(), named);
    }
  }

  @Test
  void theDocumentsNeedNoScriptAndNoOtherSite() {
    try (TestServer server = new TestServer()) {
      Client client = server.client();
      for (String path : new String[] {"/docs", "/"}) {
        String page = client.get(path).expect(200).text();
        assertFalse(page.contains("<script"));
        assertFalse(page.contains("style="));
        assertFalse(OTHER_SITE.matcher(page).find());
      }
      assertTrue(client.get("/docs").text().contains("POST /api/appointments/{id}/no-show"));
      client.get("/docs.css").expect(200);
      client.get("/openapi.yaml").expect(200);
    }
  }
}
