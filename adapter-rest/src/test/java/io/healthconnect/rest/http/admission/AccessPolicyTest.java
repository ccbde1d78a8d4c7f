package io.healthconnect.rest.http.admission;

import static io.healthconnect.rest.rig.PolicyRequests.MALFORMED;
import static io.healthconnect.rest.rig.PolicyRequests.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.PolicyRequests;
import io.healthconnect.rest.rig.PolicyScene.Person;
import io.healthconnect.rest.rig.TestServer;
import io.healthconnect.testkit.access.AccessPolicy;
import io.healthconnect.testkit.access.AccessPolicy.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Z-01 and G-09: every route answers everybody as docs/access.md says; a test for each cell. Nobody
 * is also who was disabled or erased.
 */
class AccessPolicyTest {
  /** The codes of a refusal, whatever the route is. */
  private static final Map<String, Set<String>> CODES =
      Map.of(
          "401",
          Set.of("unauthenticated"),
          "403",
          Set.of("forbidden", "second_factor_required"),
          "404",
          Set.of("not_found"));

  @Test
  void z01EveryRouteHasItsLine() {
    try (TestServer any = new TestServer()) {
      Set<String> routes =
          any.server.routes().stream()
              .map(route -> route.method() + " " + route.path())
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(routes, resources(line -> true));
    }
    assertEquals(
        resources(line -> line.resource().contains("{")),
        resources(line -> !line.unknown().isEmpty() && !line.malformed().isEmpty()));
  }

  private static Set<String> resources(Predicate<Line> which) {
    return AccessPolicy.routes().stream()
        .filter(which)
        .map(Line::resource)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @TestFactory
  Stream<DynamicContainer> z01EveryCellIsTheAnswer() {
    return AccessPolicy.routes().stream().map(AccessPolicyTest::cells);
  }

  private static DynamicContainer cells(Line line) {
    PolicyRequests requests = new PolicyRequests(line);
    List<DynamicTest> cells = new ArrayList<>();
    if (!line.unknown().isEmpty()) {
      // First, because these change nothing.
      for (Person person : requests.people()) {
        String unknown = answer(line, person, line.unknown());
        cells.add(cell(person + ", unknown id", unknown, () -> requests.send(person, UNKNOWN)));
        String malformed = answer(line, person, line.malformed());
        cells.add(
            cell(person + ", malformed id", malformed, () -> requests.send(person, MALFORMED)));
      }
    }
    for (Person person : requests.people()) {
      String expected = line.answer(person.actor());
      boolean hidden = expected.equals("404") && line.resource().contains("{");
      cells.add(
          cell(
              person.toString(),
              expected,
              () -> hidden ? likeNothing(requests, person) : requests.send(person)));
    }
    return DynamicContainer.dynamicContainer(
        line.toString(), cells.stream().onClose(requests::close));
  }

  /** Z-02 and Z-03: nobody learns whether what they may not see is there. */
  private static Client.Answer likeNothing(PolicyRequests requests, Person person) {
    Client.Answer theirs = requests.send(person);
    assertEquals(withoutId(requests.send(person, UNKNOWN)), withoutId(theirs));
    return theirs;
  }

  private static String withoutId(Client.Answer answer) {
    return answer.text().replaceAll("\"requestId\":\"\\w+\"", "");
  }

  /** Whoever may not use the route is told so, whatever the id. */
  private static String answer(Line line, Person person, String otherwise) {
    if (otherwise.endsWith(" all")) {
      return otherwise.replace(" all", "");
    }
    String own = line.answer(person.actor());
    return own.equals("401") || own.equals("403") ? own : otherwise;
  }

  private static DynamicTest cell(String name, String expected, Supplier<Client.Answer> request) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          Client.Answer answer = request.get();
          assertEquals(expected, "" + answer.status(), answer::text);
          if (CODES.containsKey(expected)) {
            assertTrue(CODES.get(expected).contains(answer.code()), answer::text);
          }
        });
  }
}
