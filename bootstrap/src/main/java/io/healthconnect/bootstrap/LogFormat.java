package io.healthconnect.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.spi.FilterReply;
import io.healthconnect.bootstrap.settings.LogLevels;
import io.healthconnect.bootstrap.settings.LogSettings;
import io.healthconnect.bootstrap.settings.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * The log: one {@link LogLine} for each event, and libraries log only warnings and errors.
 * Configured in code, because parsing XML took a tenth of the start-up time. An operator's own file
 * replaces it ({@code -Dlogback.configurationFile=…}).
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class LogFormat extends ContextAwareBase implements Configurator {
  private static final List<String> QUIET =
      List.of(
          "org.eclipse.jetty",
          "io.javalin",
          "org.flywaydb",
          "org.glassfish.tyrus",
          "org.mongodb.driver",
          "org.apache.hc");

  /** Logs stacks for what {@code NativeLibrary} tries next, or says in one line. */
  private static final String LOADER = "org.sqlite.SQLiteJDBCLoader";

  /** Drops a line of Javalin's about a failed start: {@link Main} says why in its own. */
  private static final class FailedStart extends TurboFilter {
    @Override
    public FilterReply decide(
        @Nullable Marker marker,
        Logger logger,
        Level level,
        @Nullable String format,
        Object @Nullable [] parameters,
        @Nullable Throwable failure) {
      return "Failed to start Javalin".equals(format) ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
  }

  @Override
  public ExecutionStatus configure(LoggerContext logs) {
    if (isReplaced()) {
      return ExecutionStatus.NEUTRAL;
    }
    QUIET.forEach(name -> logs.getLogger(name).setLevel(Level.WARN));
    logs.getLogger(LOADER).setLevel(Level.OFF);
    logs.addTurboFilter(new FailedStart());
    Logger root = logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(console(logs, new LogLine()));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** Follows the settings, which are known only after the first lines may have been logged. */
  static void follow(Settings settings) {
    if (isReplaced() || !(LoggerFactory.getILoggerFactory() instanceof LoggerContext logs)) {
      return;
    }
    LogLevels levels = settings.get(LogSettings.LOG_LEVEL);
    Level all = Level.convertAnSLF4JLevel(levels.all());
    logs.getLogger("io.healthconnect").setLevel(all);
    levels
        .others()
        .forEach((name, level) -> logs.getLogger(name).setLevel(Level.convertAnSLF4JLevel(level)));
    Logger root = logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(atLeast(all, Level.INFO));
    QUIET.forEach(name -> logs.getLogger(name).setLevel(atLeast(all, Level.WARN)));
    if (settings.get(LogSettings.LOG_FORMAT)) {
      root.detachAndStopAllAppenders();
      root.addAppender(console(logs, new JsonLine()));
    }
  }

  private static Level atLeast(Level wanted, Level least) {
    return wanted.isGreaterOrEqual(least) ? wanted : least;
  }

  private static boolean isReplaced() {
    return System.getProperty("logback.configurationFile") != null;
  }

  private static ConsoleAppender<ILoggingEvent> console(
      LoggerContext logs, Layout<ILoggingEvent> layout) {
    layout.setContext(logs);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(logs);
    encoder.setLayout(layout);
    encoder.start();
    ConsoleAppender<ILoggingEvent> out = new ConsoleAppender<>();
    out.setContext(logs);
    out.setEncoder(encoder);
    out.start();
    return out;
  }
}
