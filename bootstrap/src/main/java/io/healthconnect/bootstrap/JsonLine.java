package io.healthconnect.bootstrap;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * One event of the log as one line of JSON: {@code time}, {@code level}, {@code logger}, {@code
 * message}, the members that the event brings, and {@code failures}: the types and stacks of the
 * exception and of its causes, and of their messages only a {@link SystemError}.
 */
final class JsonLine extends LayoutBase<ILoggingEvent> {
  @Override
  public String doLayout(ILoggingEvent event) {
    StringBuilder json = new StringBuilder("{");
    member(json, "time", LogLine.TIME.format(Instant.ofEpochMilli(event.getTimeStamp())));
    member(json, "level", event.getLevel());
    member(json, "logger", event.getLoggerName());
    member(json, "message", event.getFormattedMessage());
    @Nullable List<KeyValuePair> pairs = event.getKeyValuePairs();
    if (pairs != null) {
      pairs.forEach(pair -> member(json, pair.key, pair.value));
    }
    List<IThrowableProxy> causes = LogLine.causes(event.getThrowableProxy());
    if (!causes.isEmpty()) {
      append(json, causes);
    }
    return json.append("}\n").toString();
  }

  private static void append(StringBuilder json, List<IThrowableProxy> causes) {
    json.append(",\"failures\":[");
    String before = "{";
    for (IThrowableProxy cause : causes) {
      json.append(before);
      before = ",{";
      member(json, "type", cause.getClassName());
      SystemError.in(cause.getMessage()).ifPresent(error -> member(json, "error", error));
      json.append(",\"at\":[");
      String comma = "";
      for (String frame : LogLine.frames(cause)) {
        json.append(comma);
        quote(json, frame);
        comma = ",";
      }
      json.append("]}");
    }
    json.append(']');
  }

  private static void member(StringBuilder json, String name, @Nullable Object value) {
    if (json.charAt(json.length() - 1) != '{') {
      json.append(',');
    }
    quote(json, name);
    json.append(':');
    if (value == null || value instanceof Number) {
      json.append(value);
    } else {
      quote(json, value.toString());
    }
  }

  /** Escapes whatever is not printable ASCII: no line can then look like two. */
  private static void quote(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7f) {
        json.append(c);
      } else {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    json.append('"');
  }
}
