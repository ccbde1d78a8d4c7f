package io.healthconnect.bootstrap;

import io.healthconnect.bootstrap.settings.BadSettingsException;
import io.healthconnect.bootstrap.settings.Invocation;
import io.healthconnect.bootstrap.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/** The entry point of the runnable jar. */
public final class Main {
  private static final int BAD_SETTINGS = 2;
  private static final int CANNOT_START = 1;

  /** What the process ends with: a signal to stop is no failure. */
  private static volatile int exitStatus;

  private Main() {}

  public static void main(String[] arguments) {
    int status = run(arguments, System.out, System.err);
    if (status != 0) {
      exitStatus = status;
      System.exit(status);
    }
  }

  private static int run(String[] arguments, PrintStream out, PrintStream err) {
    try {
      Invocation invocation = Invocation.parse(arguments, System.getenv(), version());
      if (invocation instanceof Invocation.Show show) {
        out.println(show.text());
        return 0;
      }
      start(((Invocation.Run) invocation).settings(), out);
      return 0;
    } catch (BadSettingsException e) {
      err.println(e.getMessage());
      return BAD_SETTINGS;
    } catch (IOException | RuntimeException e) {
      err.println("Health Connect cannot start: " + reason(e));
      return CANNOT_START;
    }
  }

  private static void start(Settings settings, PrintStream out) throws IOException {
    UncaughtFailures.install();
    Server server = Server.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
    Optional<Demo.People> people = settings.demo() ? server.fillWithDemo() : Optional.empty();
    out.println(Banner.of(settings, server, people));
    server.warmUp();
  }

  /** Ends with a status of our own: the JVM would say 143 after SIGTERM. */
  private static void stop(Server server) {
    server.stop();
    Runtime.getRuntime().halt(exitStatus);
  }

  private static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  /** The first message on the way down that says something, without line ends. */
  private static String reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (message != null && !message.isBlank()) {
        return message.lines().findFirst().orElse(message);
      }
    }
    return failure.getClass().getSimpleName();
  }
}
