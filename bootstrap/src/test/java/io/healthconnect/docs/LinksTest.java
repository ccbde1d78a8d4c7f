package io.healthconnect.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest {

  @Test
  void everyRelativeLinkLeadsSomewhere() throws IOException {
    Map<Path, List<String>> broken = new TreeMap<>();
    List<Path> documents = Documents.all();
    for (Path document : documents) {
      List<String> links = Documents.broken(document);
      if (!links.isEmpty()) {
        broken.put(Documents.root().relativize(document), links);
      }
    }
    assertEquals(Map.of(), broken);
    assertTrue(documents.contains(Documents.root().resolve("docs/adr/README.md")));
  }

  @Test
  void everyDecisionIsListed() throws IOException {
    Path folder = Documents.root().resolve("docs/adr");
    String list = Documents.read(folder.resolve("README.md"));
    try (Stream<Path> files = Files.list(folder)) {
      List<String> decisions =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.matches("\\d{4}-.*\\.md"))
              .toList();
      assertTrue(decisions.size() >= 4);
      assertEquals(List.of(), decisions.stream().filter(name -> !list.contains(name)).toList());
    }
  }

  @Test
  void findsALinkThatLeadsNowhere(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    Files.writeString(folder.resolve("here.md"), "x");
    Path page = folder.resolve("sub/page.md");
    Files.writeString(
        page,
        """
        [up](../here.md#part) [web](https://example.org/x.md) [self](#part) [gone](gone.md)
        `[code](inline.md)`
        ```
        [code](fenced.md)
        ```
        ![picture](missing.png)
        """);
    assertEquals(List.of("gone.md", "missing.png"), Documents.broken(page));
  }
}
