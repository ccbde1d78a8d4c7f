package io.healthconnect.bootstrap.settings;

import java.util.List;

/** What the server logs, and how. */
public final class LogSettings {
  public static final Setting<Boolean> LOG_FORMAT =
      Setting.of(
          "LOG_FORMAT",
          SettingType.oneOf("json", "text"),
          "text",
          "json writes one object per line to standard output, and what people read to standard"
              + " error");
  public static final Setting<LogLevels> LOG_LEVEL =
      Setting.of("LOG_LEVEL", LogLevels.kind(), "INFO", "the least severe lines that are logged");

  static final List<Setting<?>> ALL = List.of(LOG_FORMAT, LOG_LEVEL);

  private LogSettings() {}
}
