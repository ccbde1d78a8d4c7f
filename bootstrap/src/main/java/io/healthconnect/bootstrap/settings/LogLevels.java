package io.healthconnect.bootstrap.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.event.Level;

/**
 * How much the server logs. Libraries log warnings and errors at most, because what they log beyond
 * that may repeat what people wrote.
 *
 * @param all the level of all our loggers
 * @param others levels of single loggers, and of those below them
 */
public record LogLevels(Level all, Map<String, Level> others) {
  private static final List<Level> ALLOWED =
      List.of(Level.ERROR, Level.WARN, Level.INFO, Level.DEBUG);

  private static final String OURS = "io\\.healthconnect(\\.[A-Za-z]+)*";

  public LogLevels {
    others = Map.copyOf(others);
  }

  static SettingType<LogLevels> kind() {
    return new SettingType<>(
        "ERROR, WARN, INFO or DEBUG; then, comma-separated, those of single loggers, such as"
            + " io.healthconnect.rest.requests=WARN",
        LogLevels::parse);
  }

  private static LogLevels parse(String text) {
    String[] parts = text.split(",", -1);
    Map<String, Level> others = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      String[] pair = parts[i].strip().split("=", 2);
      if (pair.length < 2 || !pair[0].matches(OURS)) {
        throw new IllegalArgumentException("not a logger of ours");
      }
      if (others.put(pair[0], level(pair[1])) != null) {
        throw new IllegalArgumentException("repeated");
      }
    }
    return new LogLevels(level(parts[0].strip()), others);
  }

  private static Level level(String name) {
    return ALLOWED.stream()
        .filter(level -> level.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a level"));
  }
}
