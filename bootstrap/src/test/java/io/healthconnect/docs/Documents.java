package io.healthconnect.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Markdown files of the repository, and their links. */
final class Documents {
  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  private Documents() {}

  /** The root folder, which holds the Maven wrapper. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> all() throws IOException {
    List<Path> found = new ArrayList<>();
    collect(root(), ".md", found);
    return found;
  }

  /** All files whose names have this ending. */
  static List<Path> named(String ending) throws IOException {
    List<Path> found = new ArrayList<>();
    collect(root(), ending, found);
    return found;
  }

  private static void collect(Path folder, String ending, List<Path> found) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        String name = entry.getFileName().toString();
        if (Files.isDirectory(entry) && !NOT_OURS.contains(name)) {
          collect(entry, ending, found);
        } else if (name.endsWith(ending)) {
          found.add(entry);
        }
      }
    }
  }

  /** The targets of relative links in a text, without fragments. Code is ignored. */
  static List<String> relativeLinks(String markdown) {
    String prose = CODE.matcher(FENCED.matcher(markdown).replaceAll("")).replaceAll("");
    List<String> links = new ArrayList<>();
    Matcher matcher = LINK.matcher(prose);
    while (matcher.find()) {
      String target = matcher.group(1).replaceAll("#.*", "");
      if (!target.isEmpty() && !target.matches("[a-z]+:.*")) {
        links.add(target);
      }
    }
    return links;
  }

  /** The broken links of a file. */
  static List<String> broken(Path file) {
    return relativeLinks(read(file)).stream()
        .filter(link -> !Files.exists(file.resolveSibling(link)))
        .toList();
  }
}
