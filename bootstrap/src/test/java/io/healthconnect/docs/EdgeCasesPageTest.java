package io.healthconnect.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EdgeCasesPageTest {
  private static final Pattern METHOD = Pattern.compile("`([A-Z]\\w+)\\.([a-z]\\w+)`");
  private static final Pattern TITLE = Pattern.compile("`([\\w.]+\\.(?:tsx?|mjs))`: \"([^\"]+)\"");

  /** What stands before the name of a test: it returns nothing, or makes tests. */
  private static final List<String> KINDS = List.of("void", "<DynamicTest>", "<DynamicContainer>");

  @Test
  void everyTestOnThePageExists() {
    String page = Documents.read(Documents.root().resolve("docs/edge-cases.md"));
    List<String> missing = new ArrayList<>();
    int found = 0;
    for (Matcher test = METHOD.matcher(page); test.find(); found++) {
      String file = test.group(1) + ".java";
      String method = " " + test.group(2) + "(";
      if (KINDS.stream().noneMatch(kind -> inAFile(file, kind + method))) {
        missing.add(test.group());
      }
    }
    for (Matcher test = TITLE.matcher(page); test.find(); found++) {
      if (!inAFile(test.group(1), test.group(2))) {
        missing.add(test.group());
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(found > 60, "too few tests on the page: " + found);
  }

  private static boolean inAFile(String name, String text) {
    try {
      return Documents.named(name).stream().anyMatch(file -> Documents.read(file).contains(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
