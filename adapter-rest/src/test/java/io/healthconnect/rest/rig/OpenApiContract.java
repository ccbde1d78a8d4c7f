package io.healthconnect.rest.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Z-08: the description of the API, to check replies against. */
public final class OpenApiContract {
  private static final JsonNode API = load();

  /** Dates must be dates. */
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

  private OpenApiContract() {}

  public static JsonNode document() {
    return API;
  }

  /** Every {@code METHOD path} that is described. */
  public static Set<String> operations() {
    Set<String> found = new TreeSet<>();
    API.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            found.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return found;
  }

  public static JsonNode operation(String method, String pattern) {
    return API.path("paths").path(pattern).path(method.toLowerCase(Locale.ROOT));
  }

  /** All schemas, by name. */
  public static JsonNode schemas() {
    return API.at("/components/schemas");
  }

  public static Set<String> codes() {
    return enumOf("ErrorCode");
  }

  public static Set<String> fieldErrorCodes() {
    return enumOf("FieldErrorCode");
  }

  private static Set<String> enumOf(String schema) {
    Set<String> codes = new TreeSet<>();
    API.at("/components/schemas/" + schema + "/enum").forEach(code -> codes.add(code.asText()));
    return codes;
  }

  /** The schema of an operation's JSON body, such as {@code #/components/schemas/LogInRequest}. */
  public static Optional<String> body(String operation) {
    String[] words = operation.split(" ");
    JsonNode content = operation(words[0], words[1]).at("/requestBody/content");
    return Optional.of(content.path("application/json").at("/schema/$ref").asText())
        .filter(reference -> !reference.isEmpty());
  }

  /** The query parameters of an operation. */
  public static List<JsonNode> queryOf(String operation) {
    String[] words = operation.split(" ");
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode parameter : operation(words[0], words[1]).path("parameters")) {
      JsonNode told = resolve(parameter);
      if (told.path("in").asText().equals("query")) {
        found.add(told);
      }
    }
    return found;
  }

  /** Who may use the operation, as in {@code x-who}. */
  public static String whoMay(String operation) {
    String[] words = operation.split(" ");
    return operation(words[0], words[1]).path("x-who").asText();
  }

  public static boolean needsBody(String operation) {
    String[] words = operation.split(" ");
    return operation(words[0], words[1]).at("/requestBody/required").asBoolean();
  }

  public static boolean allows(String reference, JsonNode body) {
    return schema(reference).validate(body).isEmpty();
  }

  /** The names of a schema's members, in alphabetical order. */
  public static Set<String> members(String reference) {
    Set<String> names = new TreeSet<>();
    API.at(reference.substring(1)).path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Fails unless the description allows this reply to the operation. */
  public static void check(String method, String pattern, Client.Answer answer) {
    JsonNode response =
        resolve(operation(method, pattern).path("responses").path(String.valueOf(answer.status())));
    assertFalse(
        response.isMissingNode(),
        () -> method + " " + pattern + " does not describe " + answer.status() + answer.text());
    String type = answer.header("Content-Type").replaceAll(";.*", "");
    JsonNode content = response.path("content");
    if (content.isMissingNode()) {
      assertEquals("", answer.text());
      return;
    }
    JsonNode schema = content.path(type).path("schema");
    assertFalse(schema.isMissingNode(), () -> method + " " + pattern + " has no " + type);
    if (schema.has("$ref")) {
      assertEquals(
          Set.of(), schema(schema.path("$ref").asText()).validate(answer.json()), answer::text);
    }
  }

  private static JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? API.at(node.path("$ref").asText().substring(1)) : node;
  }

  private static JsonSchema schema(String reference) {
    return SCHEMAS.computeIfAbsent(
        reference,
        ref -> {
          ObjectNode root = new ObjectMapper().createObjectNode();
          root.put("$ref", ref);
          root.set("components", API.path("components"));
          return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(root, CONFIG);
        });
  }

  private static JsonNode load() {
    try {
      return new YAMLMapper().readTree(OpenApiContract.class.getResourceAsStream("/openapi.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
