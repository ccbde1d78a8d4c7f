package io.healthconnect.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every limit and every time has a test that sets it. */
class LimitsPageTest {
  private static final Pattern SETTING =
      Pattern.compile("(?m)^\\| `((?:LIMIT|CALL|PING|CONNECT|SESSION)_\\w+)` \\|(.*)$");
  private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+)`");

  @Test
  void everyLimitHasARow() {
    assertEquals(rows("docs/settings.md").keySet(), rows("docs/limits.md").keySet());
  }

  @Test
  void theTestOfARowSetsItsLimit() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, String> row : rows("docs/limits.md").entrySet()) {
      Matcher test = TEST.matcher(row.getValue());
      assertTrue(test.find(), row::toString);
      if (!holds(test, '"' + row.getKey() + '"')) {
        wrong.add(row.getKey());
      }
      while (test.find()) {
        if (!holds(test, "")) {
          wrong.add(test.group());
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** Whether there is a method of that name in a class that mentions the text. */
  private static boolean holds(Matcher test, String text) throws IOException {
    for (Path file : Documents.named(test.group(1) + ".java")) {
      String source = Documents.read(file);
      if (source.contains("void " + test.group(2) + "(") && source.contains(text)) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, String> rows(String page) {
    Map<String, String> rows = new LinkedHashMap<>();
    Matcher row = SETTING.matcher(Documents.read(Documents.root().resolve(page)));
    while (row.find()) {
      assertEquals(null, rows.put(row.group(1), row.group(2)), row.group(1));
    }
    return rows;
  }
}
