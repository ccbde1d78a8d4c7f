package io.healthconnect.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The AsyncAPI document has the events that the page about the protocol lists, in each direction.
 */
class AsyncApiTest {
  private static final JsonNode ASYNC = yaml("/asyncapi.yaml");
  private static final JsonNode OPEN = yaml("/openapi.yaml");

  private static JsonNode yaml(String name) {
    InputStream text = AsyncApiTest.class.getResourceAsStream(name);
    return new ObjectMapper().valueToTree(new Yaml().<Object>load(text));
  }

  /** The names of the events that the server receives or sends. */
  private static Set<String> events(String action) {
    Set<String> names = new TreeSet<>();
    for (JsonNode operation : ASYNC.path("operations")) {
      if (operation.path("action").asText().equals(action)) {
        JsonNode inChannel = at(ASYNC, operation.at("/messages/0/$ref").asText());
        names.add(at(ASYNC, inChannel.path("$ref").asText()).path("name").asText());
      }
    }
    return names;
  }

  private static JsonNode at(JsonNode document, String reference) {
    JsonNode found = document.at(reference.replaceFirst("^[^#]*#", ""));
    assertTrue(!found.isMissingNode(), reference);
    return found;
  }

  /** The first column of the table below a heading. */
  private static Set<String> listed(String heading) {
    String page = Documents.read(Documents.root().resolve("docs/protocol.md"));
    String section = page.substring(page.indexOf("\n## " + heading)).substring(1);
    String table = section.substring(0, section.indexOf("\n## "));
    return table
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("\\|")[1])
        .flatMap(cell -> Pattern.compile("`([A-Za-z-]+)[^`]*`").matcher(cell).results())
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void hasTheEventsOfThePage() {
    assertEquals(listed("Events from clients"), events("receive"));
    assertEquals(listed("Events from the server"), events("send"));
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    Set<String> references =
        Stream.of(ASYNC.toString())
            .flatMap(text -> Pattern.compile("\"\\$ref\":\"([^\"]+)\"").matcher(text).results())
            .map((MatchResult found) -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(references.contains("openapi.yaml#/components/schemas/Message"));
    references.forEach(each -> at(each.startsWith("openapi.yaml") ? OPEN : ASYNC, each));
  }
}
