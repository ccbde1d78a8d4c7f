package io.healthconnect.bootstrap.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What the server logs, and where it sends traces. */
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
  public static final Setting<Optional<URI>> OTLP_ENDPOINT =
      Setting.optional(
          "OTLP_ENDPOINT",
          WebAddress.collector(),
          "unset: no traces",
          "the OpenTelemetry collector that gets traces of requests, over OTLP; they name no"
              + " people");
  public static final Setting<Integer> OTLP_SAMPLE_PERCENT =
      Setting.of(
          "OTLP_SAMPLE_PERCENT",
          SettingType.number(0, 100),
          "100",
          "how many of a hundred requests are traced");

  static final List<Setting<?>> ALL =
      List.of(LOG_FORMAT, LOG_LEVEL, OTLP_ENDPOINT, OTLP_SAMPLE_PERCENT);

  private LogSettings() {}
}
