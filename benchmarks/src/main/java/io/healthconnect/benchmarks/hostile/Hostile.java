package io.healthconnect.benchmarks.hostile;

import io.healthconnect.benchmarks.server.Arguments;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Attacks the connections and sockets of the runnable jar on loopback, each on its own server, and
 * reports whether the targets were met. Exits with 1 if one was not.
 *
 * <p>Arguments: {@code --only W-03,C-09 --guards on --max-seconds 1500}. With {@code --guards off}
 * the guard that an attack aims at is switched off by settings, and the run fails unless the attack
 * then succeeds.
 */
public final class Hostile {
  private static final List<Attack> ATTACKS =
      List.of(
          new SlowBodies(),
          new SlowHeaders(),
          new SlowReaders(),
          new ExpensiveReads(),
          new ConnectionFlood(),
          new DeclaredLength(),
          new EndlessFragments(),
          new TinyFragments(),
          new PingFlood(),
          new SlowConsumers(),
          new EventFlood(),
          new SilentSockets(),
          new IdleSockets(),
          new FlappingPresence(),
          new Soak());

  private Hostile() {}

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    stopAfter(given.number("max-seconds", 1500));
    boolean guarded = !given.text("guards", "on").equals("off");
    System.out.println(Machine.describe());
    List<String> bad = new ArrayList<>();
    for (Attack attack : chosen(given.text("only", ""), guarded)) {
      if (!result(attack, guarded)) {
        bad.add(attack.id());
      }
    }
    System.out.println(bad.isEmpty() ? "all targets met" : "targets missed: " + bad);
    System.exit(bad.isEmpty() ? 0 : 1);
  }

  private static boolean result(Attack attack, boolean guarded) throws InterruptedException {
    boolean held = false;
    long start = System.nanoTime();
    try {
      Path work = Files.createTempDirectory("health-connect-hostile");
      held = Scene.play(attack, guarded, work, HealthConnectServer.defaultJar());
    } catch (NotPlayedException e) {
      System.out.println(attack.id() + " NOT PLAYED: " + e.getMessage() + causeOf(e));
      return false;
    } catch (IOException e) {
      System.out.println(attack.id() + "   FAIL  " + e + causeOf(e));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    String verdict = held ? "passed" : "FAILED";
    if (!guarded) {
      verdict = held ? "NOT PROVEN: it fails without its guard too" : "succeeds without its guard";
    }
    System.out.printf(Locale.ROOT, "%s %s (%.0f s)%n", attack.id(), verdict, seconds);
    return held == guarded;
  }

  private static String causeOf(IOException e) {
    return e.getCause() == null ? "" : ", " + e.getCause();
  }

  private static List<Attack> chosen(String only, boolean guarded) {
    List<String> ids = List.of(only.split(","));
    return ATTACKS.stream()
        .filter(attack -> only.isEmpty() ? attack.usual() : ids.contains(attack.id()))
        .filter(attack -> guarded || !attack.withoutGuard().isEmpty())
        .toList();
  }

  /** Ends the run and every process that it started. */
  private static void stopAfter(long seconds) {
    Thread watch =
        new Thread(
            () -> {
              try {
                Thread.sleep(seconds * 1000);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
              }
              System.out.println("the time limit has been reached");
              ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
              Runtime.getRuntime().halt(2);
            },
            "time-limit");
    watch.setDaemon(true);
    watch.start();
  }
}
