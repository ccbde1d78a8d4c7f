package io.healthconnect.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.healthconnect.system.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The files for operators name settings and paths that exist. */
class DeployFilesTest {
  private static final Path FILES = Documents.root().resolve("docs/deploy");

  @TempDir Path folder;

  /** Names of settings, and of the files of those that are secret. */
  private static boolean isSetting(String name) {
    String page = Documents.read(Documents.root().resolve("docs/settings.md"));
    return page.contains("| `" + name + "` |")
        || (name.endsWith("_FILE") && page.contains("`" + name));
  }

  private static List<Map<String, Object>> yaml(String file) {
    List<Map<String, Object>> documents = new ArrayList<>();
    for (Object document : new Yaml().loadAll(Documents.read(FILES.resolve(file)))) {
      documents.add(map(document));
    }
    return documents;
  }

  private static Map<String, Object> map(Object value) {
    Map<String, Object> found = new HashMap<>();
    if (value instanceof Map<?, ?> given) {
      given.forEach((key, entry) -> found.put(String.valueOf(key), entry));
    }
    return found;
  }

  private static Set<String> unknown(Set<String> names) {
    return names.stream()
        .filter(name -> !isSetting(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Map<String, Object>> nodes(String file) {
    return map(yaml(file).get(0).get("services")).values().stream()
        .map(DeployFilesTest::map)
        .filter(service -> "health-connect".equals(service.get("image")))
        .toList();
  }

  @Test
  void composeNamesSettings() {
    assertEquals(1, nodes("compose.single.yaml").size());
    assertEquals(2, nodes("compose.yaml").size());
    for (String file : List.of("compose.single.yaml", "compose.yaml")) {
      for (Map<String, Object> node : nodes(file)) {
        Map<String, Object> environment = map(node.get("environment"));
        assertTrue(environment.size() >= 3, file);
        assertEquals(Set.of(), unknown(environment.keySet()), file);
        assertEquals(true, node.get("read_only"), file);
        assertEquals(List.of("ALL"), node.get("cap_drop"), file);
      }
    }
  }

  /**
   * As {@code docker compose config} does, by the same schema: it is that of compose-go 2.16.0,
   * under the Apache License 2.0.
   */
  @Test
  void composeKeepsToItsSpecification() throws IOException {
    ObjectNode schema =
        (ObjectNode)
            new ObjectMapper()
                .readTree(Files.readString(Path.of("src/test/deploy/compose-spec.json")));
    // It is no address, and nothing refers to it.
    schema.remove("$id");
    JsonSchema specification =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    for (String file : List.of("compose.single.yaml", "compose.yaml")) {
      Map<String, Object> document = yaml(file).get(0);
      assertEquals(Set.of(), problems(specification, document), file);
      document.put("service", Map.of());
      assertEquals(1, problems(specification, document).size(), file);
    }
  }

  private static Set<ValidationMessage> problems(
      JsonSchema specification, Map<String, Object> document) {
    return specification.validate(new ObjectMapper().valueToTree(document));
  }

  @Test
  void thePageExplainsEachVariableOfCompose() {
    String text =
        Documents.read(FILES.resolve("compose.yaml"))
            .lines()
            .filter(line -> !line.startsWith("#"))
            .collect(Collectors.joining("\n", "", "\n"));
    Set<String> variables =
        Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)|environment: ([A-Z_]+)\n")
            .matcher(text)
            .results()
            .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    String page = Documents.read(FILES.resolve("README.md"));
    Set<String> explained =
        page.lines()
            .filter(line -> line.startsWith("| `"))
            .flatMap(line -> Pattern.compile("`([A-Z_]+)`").matcher(line.split("\\|")[1]).results())
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(variables, explained);
  }

  @Test
  void kubernetesNamesSettingsAndPathsOfHealth() {
    List<Map<String, Object>> documents = yaml("kubernetes.yaml");
    Map<String, Map<String, Object>> kinds =
        documents.stream()
            .collect(Collectors.toMap(each -> String.valueOf(each.get("kind")), each -> each));
    assertEquals(
        Set.of("ConfigMap", "Deployment", "Service", "PodDisruptionBudget"), kinds.keySet());
    Map<String, Object> data = map(map(kinds.get("ConfigMap")).get("data"));
    assertEquals(Set.of(), unknown(data.keySet()));
    String text = Documents.read(FILES.resolve("kubernetes.yaml"));
    Set<String> paths =
        Pattern.compile("path: (/\\S+?)[,}]")
            .matcher(text)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    assertEquals(Set.of("/health/live", "/health/ready"), paths);
  }

  @Test
  void theImageRunsAsNobodyWithAVolumeAndACheckOfItsHealth() {
    String text = Documents.read(FILES.resolve("Dockerfile"));
    String last = text.substring(text.lastIndexOf("\nFROM "));
    for (String line : List.of("USER 10001", "VOLUME /data", "HEALTHCHECK ", "/health/ready")) {
      assertTrue(last.contains(line), line);
    }
    for (String name : List.of("HOST", "DATA_DIR")) {
      assertTrue(last.contains(name + "=") && isSetting(name), name);
    }
  }

  @Test
  void theUnitIsSound() throws Exception {
    Path unit = FILES.resolve("health-connect.service");
    for (String line : Files.readAllLines(unit)) {
      if (line.startsWith("Environment=")) {
        assertTrue(isSetting(line.substring("Environment=".length()).split("=")[0]), line);
      }
    }
    Programs.need("systemd-analyze", "systemd");
    String java = ProcessHandle.current().info().command().orElse("/usr/bin/java");
    Path copy =
        Files.writeString(
            folder.resolve(unit.getFileName()),
            Documents.read(unit).replace("/usr/bin/java", java));
    assertEquals("", output("systemd-analyze", "verify", copy.toString()));
  }

  private static String output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output
        .lines()
        .filter(line -> line.contains("health-connect.service"))
        .collect(Collectors.joining("\n"));
  }
}
