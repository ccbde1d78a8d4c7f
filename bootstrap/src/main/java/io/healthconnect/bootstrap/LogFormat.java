package io.healthconnect.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;

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

  @Override
  public ExecutionStatus configure(LoggerContext logs) {
    if (System.getProperty("logback.configurationFile") != null) {
      return ExecutionStatus.NEUTRAL;
    }
    LogLine line = new LogLine();
    line.setContext(logs);
    line.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(logs);
    encoder.setLayout(line);
    encoder.start();
    ConsoleAppender<ILoggingEvent> out = new ConsoleAppender<>();
    out.setContext(logs);
    out.setEncoder(encoder);
    out.start();
    QUIET.forEach(name -> logs.getLogger(name).setLevel(Level.WARN));
    logs.getLogger(LOADER).setLevel(Level.OFF);
    Logger root = logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(out);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
