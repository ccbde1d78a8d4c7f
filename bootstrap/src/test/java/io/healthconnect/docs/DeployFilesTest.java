package io.healthconnect.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import org.yaml.snakeyaml.Yaml;

/** The files for operators name settings and paths that exist. */
class DeployFilesTest {
  private static final Path FILES = Documents.root().resolve("docs/deploy");

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
    for (String program : List.of("/usr/bin/systemd-analyze", "/usr/bin/java")) {
      assumeTrue(Files.isExecutable(Path.of(program)), "there is no " + program);
    }
    assertEquals("", output("/usr/bin/systemd-analyze", "verify", unit.toString()));
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
