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
      return Invocation.parse(arguments, System.getenv(), Release.version())
          .fold(new Execution(out, err));
    } catch (BadSettingsException e) {
      err.println(e.getMessage());
      return BAD_SETTINGS;
    } catch (RuntimeException e) {
      err.println("Health Connect cannot do this: " + reason(e));
      return FAILED;
    }
  }

  /** Does what the command line asks for, and returns the exit status. */
  private record Execution(PrintStream out, PrintStream err) implements Invocation.Cases<Integer> {
    @Override
    public Integer run(Invocation.Run run) {
      return start(run.settings(), out, err);
    }

    @Override
    public Integer show(Invocation.Show show) {
      out.println(show.text());
      return 0;
    }

    @Override
    public Integer backUp(Invocation.BackUp backUp) {
      logToErrors();
      Commands.backUp(backUp.settings(), backUp.file(), out);
      return 0;
    }

    @Override
    public Integer check(Invocation.Check check) {
      logToErrors();
      return status(Commands.check(check.settings(), out));
    }

    @Override
    public Integer resetLink(Invocation.ResetLink reset) {
      logToErrors();
      return status(Commands.resetLink(reset.settings(), reset.email(), out));
    }

    @Override
    public Integer createAdmin(Invocation.CreateAdmin create) {
      logToErrors();
      return status(Commands.createAdmin(create.settings(), create.email(), out));
    }

    @Override
    public Integer removeSecondFactor(Invocation.RemoveSecondFactor remove) {
      logToErrors();
      return status(Commands.removeSecondFactor(remove.settings(), remove.email(), out));
    }

    /** The log is for people who look for what went wrong; the answer stands alone. */
    private void logToErrors() {
      System.setOut(err);
    }

    private static int status(boolean done) {
      return done ? 0 : FAILED;
    }
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
