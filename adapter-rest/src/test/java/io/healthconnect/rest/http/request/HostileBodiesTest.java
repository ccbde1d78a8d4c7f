package io.healthconnect.rest.http.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.OpenApiContract;
import io.healthconnect.rest.rig.RightRequests;
import io.healthconnect.rest.rig.RightRequests.Good;
import io.healthconnect.testkit.wire.HostileJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * I-01 to I-03 on every route with a body: forbidden JSON, and each member with values of each type
 * that its schema does not allow. The valid request succeeds at the end, so none of the others had
 * an effect.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileBodiesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> VALUES =
      List.of("null", "1", "1.5", "true", "\"x\"", "[]", "{}", "[\"x\"]", "{\"$gt\":\"\"}");

  private RightRequests requests;

  @BeforeAll
  void start() {
    requests = new RightRequests();
  }

  @AfterAll
  void stop() {
    requests.close();
  }

  @Test
  void theTableHasEveryRouteWithABodyAndEveryMember() throws Exception {
    Set<String> withBody =
        OpenApiContract.operations().stream()
            .filter(operation -> OpenApiContract.body(operation).isPresent())
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, Set<String>> members = new TreeMap<>();
    for (Good good : requests.all()) {
      JSON.readTree(good.body())
          .fieldNames()
          .forEachRemaining(
              name -> members.computeIfAbsent(good.operation(), o -> new TreeSet<>()).add(name));
    }
    assertEquals(withBody, members.keySet());
    for (Good good : requests.all()) {
      assertEquals(OpenApiContract.members(good.schema()), members.get(good.operation()));
    }
  }

  @TestFactory
  Stream<DynamicTest> nothingButTheRightBodyIsTaken() {
    return requests.all().stream()
        .map(good -> DynamicTest.dynamicTest(good.operation(), () -> onlyTheRightBody(good)));
  }

  private void onlyTheRightBody(Good good) throws Exception {
    for (HostileJson.Case hostile : HostileJson.of(good.body())) {
      boolean left = hostile.bytes().length == 0 && !OpenApiContract.needsBody(good.operation());
      if (!left) {
        refused(good, hostile.what(), hostile.bytes());
      }
    }
    int cells = 0;
    for (String member : pointers(JSON.readTree(good.body()), "")) {
      for (String value : VALUES) {
        JsonNode changed = changed(good.body(), member, value);
        if (!OpenApiContract.allows(good.schema(), changed)) {
          refused(good, member + " is " + value, JSON.writeValueAsBytes(changed));
          cells++;
        }
      }
    }
    assertTrue(cells >= 6, () -> good.operation());
    int status = requests.send(good, good.body().getBytes(StandardCharsets.UTF_8)).status();
    assertTrue(status >= 200 && status < 300, () -> good.operation() + " " + status);
  }

  private void refused(Good good, String what, byte[] body) {
    Client.Answer answer = requests.send(good, body);
    assertEquals(400, answer.status(), () -> what + ": " + answer.text());
    assertEquals("invalid_request", answer.code(), what);
  }

  /** Each member of the object, and of the first object of each of its lists. */
  private static List<String> pointers(JsonNode object, String at) {
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String here = at + '/' + member.getKey();
      found.add(here);
      if (member.getValue().path(0).isObject()) {
        found.addAll(pointers(member.getValue().get(0), here + "/0"));
      }
    }
    return found;
  }

  private static JsonNode changed(String body, String member, String value) throws Exception {
    JsonNode root = JSON.readTree(body);
    int slash = member.lastIndexOf('/');
    ((ObjectNode) root.at(member.substring(0, slash)))
        .set(member.substring(slash + 1), JSON.readTree(value));
    return root;
  }
}
