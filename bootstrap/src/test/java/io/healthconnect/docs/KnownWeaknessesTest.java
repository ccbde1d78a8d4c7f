package io.healthconnect.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * X-02 and B-10: the parts that the product is made of are newer than the weaknesses that are known
 * of them, and nothing of the web client comes from another host.
 */
class KnownWeaknessesTest {
  /** The first version without the weakness, by a property or an artifact of the parent POM. */
  private static final Map<String, String> JAVA =
      Map.of(
          "jetty.version", "12.1.6", // CVE-2026-1605, CVE-2026-2332, CVE-2026-19203
          "javalin.version", "7.2.3",
          "tyrus.version", "2.2.0",
          "jackson.version", "2.15.0", // CVE-2025-52999
          "sqlite-jdbc", "3.41.2.2", // CVE-2023-32697
          "java-jwt", "4.4.0",
          "mongodb-driver-sync", "5.0.0");

  /** The same by the name of a package of npm. */
  private static final Map<String, String> NPM =
      Map.of(
          "ws", "8.21.0", // CVE-2024-37890, CVE-2026-48779
          "socket.io-parser", "4.2.6", // CVE-2026-33151
          "engine.io-client", "6.6.0");

  private static final Pattern SOURCE = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

  private static Path file(String name) {
    return Documents.root().resolve(name);
  }

  @Test
  void x02NoPartHasAKnownWeakness() throws Exception {
    String pom = Documents.read(file("pom.xml"));
    List<String> weak = new ArrayList<>();
    JAVA.forEach(
        (name, least) -> {
          String used = version(pom, name);
          if (isOlder(used, least)) {
            weak.add(name + " " + used);
          }
        });
    JsonNode packages = lock().path("packages");
    NPM.forEach(
        (name, least) -> {
          String used = packages.path("node_modules/" + name).path("version").asText("0");
          if (isOlder(used, least)) {
            weak.add(name + " " + used);
          }
        });
    assertEquals(List.of(), weak);
  }

  @Test
  void x02TellsVersionsApart() {
    assertTrue(isOlder("12.1.5", "12.1.6"));
    assertTrue(isOlder("8.9.0", "8.21.0"));
    assertTrue(isOlder("4.2", "4.2.1"));
    assertTrue(!isOlder("12.1.14", "12.1.6") && !isOlder("4.2.6", "4.2.6"));
  }

  @Test
  void b10EveryPackageIsTheOneThatWasLocked() throws Exception {
    List<String> open = new ArrayList<>();
    lock()
        .path("packages")
        .properties()
        .forEach(
            entry -> {
              JsonNode found = entry.getValue();
              String from = found.path("resolved").asText("https://registry.npmjs.org/");
              boolean ours = entry.getKey().isEmpty() || found.path("link").asBoolean();
              boolean locked =
                  found.path("integrity").asText().startsWith("sha512-")
                      && from.startsWith("https://registry.npmjs.org/");
              if (!ours && !locked) {
                open.add(entry.getKey());
              }
            });
    assertEquals(List.of(), open);
  }

  /** The policy refuses what a script would load from elsewhere; the end-to-end tests see that. */
  @Test
  void b10ThePageNamesNoOtherHost() {
    Matcher source = SOURCE.matcher(Documents.read(file("web-client/index.html")));
    int seen = 0;
    for (; source.find(); seen++) {
      assertTrue(source.group(1).matches("/[^/].*"), source.group(1));
    }
    assertTrue(seen > 0);
  }

  private static JsonNode lock() throws Exception {
    return new ObjectMapper().readTree(Documents.read(file("web-client/package-lock.json")));
  }

  private static String version(String pom, String name) {
    String escaped = Pattern.quote(name);
    Matcher found =
        Pattern.compile(
                "<%s>([\\d.]+)</|<artifactId>%s</artifactId><version>([\\d.]+)<"
                    .formatted(escaped, escaped))
            .matcher(pom);
    assertTrue(found.find(), name);
    return found.group(1) == null ? found.group(2) : found.group(1);
  }

  private static boolean isOlder(String used, String least) {
    String[] one = used.split("\\.");
    String[] other = least.split("\\.");
    for (int i = 0; i < Math.max(one.length, other.length); i++) {
      int left = i < one.length ? Integer.parseInt(one[i]) : 0;
      int right = i < other.length ? Integer.parseInt(other[i]) : 0;
      if (left != right) {
        return left < right;
      }
    }
    return false;
  }
}
