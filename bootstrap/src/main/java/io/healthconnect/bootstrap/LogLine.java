package io.healthconnect.bootstrap;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One event of the log: one line, and below it, indented, the stacks of its exception and of the
 * causes. Of the messages of exceptions only a {@link SystemError} is shown, because the rest may
 * quote what people wrote. The line itself may repeat what a client sent, so whatever would end a
 * line or act on a terminal becomes a space.
 */
final class LogLine extends LayoutBase<ILoggingEvent> {
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final int MAX_CAUSES = 10;
  private static final int MAX_FRAMES = 40;

  @Override
  public String doLayout(ILoggingEvent event) {
    String logger = event.getLoggerName();
    StringBuilder text = new StringBuilder();
    text.append(TIME.format(Instant.ofEpochMilli(event.getTimeStamp())))
        .append(' ')
        .append(event.getLevel())
        .append(" ".repeat(Math.max(1, 6 - event.getLevel().toString().length())))
        .append(logger.substring(logger.lastIndexOf('.') + 1))
        .append(' ')
        .append(printable(event.getFormattedMessage()))
        .append('\n');
    causes(event.getThrowableProxy()).forEach(failure -> append(text, failure));
    return text.toString();
  }

  /** An exception and its causes, the last ones left out if there are many. */
  static List<IThrowableProxy> causes(@Nullable IThrowableProxy failure) {
    return Stream.<IThrowableProxy>iterate(failure, Objects::nonNull, IThrowableProxy::getCause)
        .limit(MAX_CAUSES)
        .toList();
  }

  private static void append(StringBuilder text, IThrowableProxy failure) {
    text.append("  ").append(failure.getClassName());
    SystemError.in(failure.getMessage()).ifPresent(error -> text.append(": ").append(error));
    text.append('\n');
    frames(failure).forEach(frame -> text.append("\tat ").append(frame).append('\n'));
  }

  /** The top of the stack of an exception. */
  static List<String> frames(IThrowableProxy failure) {
    return Arrays.stream(failure.getStackTraceElementProxyArray())
        .limit(MAX_FRAMES)
        .map(frame -> frame.getStackTraceElement().toString())
        .toList();
  }

  private static String printable(@Nullable String text) {
    if (text == null) {
      return "";
    }
    boolean plain = text.chars().allMatch(c -> c >= ' ' && c <= '~');
    return plain ? text : UNPRINTABLE.matcher(text).replaceAll(" ");
  }
}
