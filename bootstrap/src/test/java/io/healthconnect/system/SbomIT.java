package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * the list of parts that a release build makes is the list of what the jar holds. What it
 * holds is seen in the jar itself: the libraries of this test whose classes are in it.
 */
class SbomIT {
  private static final Path SBOM = Path.of("target/health-connect-sbom.json");

  @Test
  void x02ListsEveryLibraryInTheJarAndNoOther() throws IOException {
    boolean there = Files.exists(SBOM);
    assertTrue(there || !"true".equals(System.getenv("CI")), "no list of parts");
    assumeTrue(there, "no list of parts: only a build with -Prelease makes it");
    Set<String> held = held();
    assertTrue(held.stream().anyMatch(name -> name.startsWith("jetty-server ")), held::toString);
    assertEquals(held, listed());
  }

  private static Set<String> listed() throws IOException {
    JsonNode list = new ObjectMapper().readTree(Files.readAllBytes(SBOM));
    assertEquals("CycloneDX", list.path("bomFormat").asText());
    Set<String> names = new TreeSet<>();
    for (JsonNode part : list.path("components")) {
      assertTrue(part.path("purl").asText().startsWith("pkg:maven/"), part::toString);
      if (!part.path("group").asText().equals("io.healthconnect")) {
        names.add(part.path("name").asText() + " " + part.path("version").asText());
      }
    }
    return names;
  }

  private static Set<String> held() throws IOException {
    Set<String> held = new TreeSet<>();
    try (JarFile product = new JarFile("target/health-connect.jar")) {
      Set<String> entries =
          product.stream().map(JarEntry::getName).collect(Collectors.toUnmodifiableSet());
      for (String library : System.getProperty("java.class.path").split(File.pathSeparator)) {
        Path file = Path.of(library);
        if (library.endsWith(".jar")
            && !library.contains("health-connect")
            && isIn(file, entries)) {
          // The folders of a Maven repository end with the name and the version.
          Path version = file.toAbsolutePath().getParent();
          held.add(version.getParent().getFileName() + " " + version.getFileName());
        }
      }
    }
    return held;
  }

  private static boolean isIn(Path library, Set<String> entries) throws IOException {
    try (JarFile jar = new JarFile(library.toFile())) {
      try (Stream<JarEntry> all = jar.stream()) {
        Set<String> classes =
            all.map(JarEntry::getName)
                .filter(name -> name.endsWith(".class") && !name.endsWith("module-info.class"))
                .collect(Collectors.toSet());
        return !classes.isEmpty() && entries.containsAll(classes);
      }
    }
  }
}
