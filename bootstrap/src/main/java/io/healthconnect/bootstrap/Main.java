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
  private static final int FAILED = 1;

  /** The exit status of the process: a signal to stop is not a failure. */
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
      if (invocation instanceof Invocation.Run run) {
        return start(run.settings(), out, err);
      }
      // The log is for people who look for what went wrong; the answer stands alone.
      System.setOut(err);
      return isDone(invocation, out) ? 0 : FAILED;
    } catch (BadSettingsException e) {
      err.println(e.getMessage());
      return BAD_SETTINGS;
    } catch (RuntimeException e) {
      err.println("Health Connect cannot do this: " + reason(e));
      return FAILED;
    }
  }

  private static boolean isDone(Invocation command, PrintStream out) {
    if (command instanceof Invocation.Check check) {
      return Commands.check(check.settings(), out);
    }
    if (command instanceof Invocation.ResetLink reset) {
      return Commands.resetLink(reset.settings(), reset.email(), out);
    }
    if (command instanceof Invocation.CreateAdmin create) {
      return Commands.createAdmin(create.settings(), create.email(), out);
    }
    if (command instanceof Invocation.BackUp backUp) {
      Commands.backUp(backUp.settings(), backUp.file(), out);
    }
    return true;
  }

  private static int start(Settings settings, PrintStream out, PrintStream err) {
    try {
      start(settings, out);
      return 0;
    } catch (BadSettingsException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      err.println("Health Connect cannot start: " + reason(e));
      return FAILED;
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

  /** Exits with our own status; the JVM would return 143 after SIGTERM. */
  private static void stop(Server server) {
    server.stop();
    Runtime.getRuntime().halt(exitStatus);
  }

  private static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  /** The first message in the chain of causes that is not empty, without line ends. */
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
