package io.healthconnect.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/security.md has a line for each requirement, and names only what exists. */
class SecurityPageTest {
  private static final Pattern LINE =
      Pattern.compile("(?m)^\\| V(\\d+)\\.(\\d+)\\.(\\d+) \\| ([12]) \\| ([\\w/]+) \\| (.+) \\|$");
  private static final Pattern NAME =
      Pattern.compile("`([A-Z][a-z]\\w+)(?:\\.([a-z]\\w+))?`|`([\\w-]+\\.mjs)`");
  private static final Set<String> ANSWERS = Set.of("yes", "partly", "no", "n/a", "operator");

  /** How many requirements of levels 1 and 2 the standard has, by chapter. */
  private static final List<Integer> COUNTS =
      List.of(27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7);

  private static final String PAGE = Documents.read(Documents.root().resolve("docs/security.md"));

  @Test
  void everyRequirementHasItsLine() {
    Map<Integer, Integer> counts = new TreeMap<>();
    Map<String, Integer> levels = new HashMap<>();
    Set<String> numbers = new LinkedHashSet<>();
    for (Matcher line = LINE.matcher(PAGE); line.find(); ) {
      assertEquals(Set.of(), without(line.group(5)), line.group());
      numbers.add(line.group(1) + "." + line.group(2) + "." + line.group(3));
      counts.merge(Integer.valueOf(line.group(1)), 1, Integer::sum);
      levels.merge(line.group(4), 1, Integer::sum);
    }
    assertEquals(253, numbers.size());
    assertEquals(Map.of("1", 70, "2", 183), levels);
    assertEquals(COUNTS, List.copyOf(counts.values()));
  }

  private static Set<String> without(String answer) {
    return ANSWERS.contains(answer) ? Set.of() : Set.of(answer);
  }

  /** Nothing is said to hold that nothing shows. */
  @Test
  void everyNameExists() throws IOException {
    Map<String, String> sources = new HashMap<>();
    for (String ending : List.of(".java", ".mjs")) {
      for (Path file : Documents.named(ending)) {
        sources.merge(file.getFileName().toString(), Documents.read(file), String::concat);
      }
    }
    List<String> missing = new ArrayList<>();
    int names = 0;
    for (Matcher name = NAME.matcher(PAGE); name.find(); names++) {
      String file = name.group(3) == null ? name.group(1) + ".java" : name.group(3);
      String method = name.group(2) == null ? "" : name.group(2) + "(";
      if (!sources.getOrDefault(file, "").contains(method) || !sources.containsKey(file)) {
        missing.add(name.group());
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(names > 150, "names found: " + names);
  }
}
