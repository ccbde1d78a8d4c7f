package io.healthconnect.bootstrap;

import io.healthconnect.bootstrap.settings.BadSettingsException;
import io.healthconnect.bootstrap.settings.Invocation;
import io.healthconnect.bootstrap.settings.LogSettings;
import io.healthconnect.bootstrap.settings.Settings;
import io.healthconnect.domain.StoreUnavailableException;
import java.io.PrintStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The entry point of the runnable jar. */
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);
  private static final int BAD_SETTINGS = 2;
  private static final int FAILED = ProcessExit.FAILED;

  private Main() {}

  public static void main(String[] arguments) {
    int status = run(arguments, System.out, System.err);
    if (status != 0) {
      ProcessExit.with(status);
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
      LogFormat.follow(run.settings());
      run.remarks().forEach(LOG::warn);
      return start(run.settings(), people(run.settings()), err);
    }

    @Override
    public Integer show(Invocation.Show show) {
      out.println(show.text());
      return 0;
    }

    @Override
    public Integer backUp(Invocation.BackUp backUp) {
      logToErrors(backUp.settings());
      Commands.backUp(backUp.settings(), backUp.file(), out);
      return 0;
    }

    @Override
    public Integer check(Invocation.Check check) {
      logToErrors(check.settings());
      return status(Commands.check(check.settings(), out));
    }

    @Override
    public Integer resetLink(Invocation.ResetLink reset) {
      logToErrors(reset.settings());
      return status(Commands.resetLink(reset.settings(), reset.email(), out));
    }

    @Override
    public Integer createAdmin(Invocation.CreateAdmin create) {
      logToErrors(create.settings());
      return status(Commands.createAdmin(create.settings(), create.email(), out));
    }

    @Override
    public Integer removeSecondFactor(Invocation.RemoveSecondFactor remove) {
      logToErrors(remove.settings());
      return status(Commands.removeSecondFactor(remove.settings(), remove.email(), out));
    }

    /** In JSON, standard output is for programs alone. */
    private PrintStream people(Settings settings) {
      return settings.get(LogSettings.LOG_FORMAT) ? err : out;
    }

    /** The log is for people who look for what went wrong; the answer stands alone. */
    private void logToErrors(Settings settings) {
      System.setOut(err);
      LogFormat.follow(settings);
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
    } catch (RuntimeException e) {
      err.println("Health Connect cannot start: " + reason(e));
      return FAILED;
    }
  }

  private static void start(Settings settings, PrintStream out) {
    UncaughtFailures.install();
    Server server = Server.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
    Optional<Demo.People> people = settings.demo() ? server.fillWithDemo() : Optional.empty();
    out.println(Banner.of(settings, server, people));
    LOG.info("started version {} on port {}", Release.version(), server.port());
    server.warmUp();
  }

  private static void stop(Server server) {
    LOG.info("stopping");
    server.stop();
    LOG.info("stopped");
    ProcessExit.now();
  }

  /** The first message in the chain of causes that is not empty, without line ends. */
  private static String reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      // Its message is a word for programs; what happened stands in its cause.
      boolean said = !(cause instanceof StoreUnavailableException) || cause.getCause() == null;
      if (said && message != null && !message.isBlank()) {
        return message.lines().findFirst().orElse(message);
      }
    }
    return failure.getClass().getSimpleName();
  }
}
