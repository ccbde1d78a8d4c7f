package io.healthconnect.benchmarks.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerProcessTest {
  @Test
  void endsWithARunThatIsToldToEnd(@TempDir Path folder) throws Exception {
    endsAfter(Process::destroy, folder);
  }

  @Test
  void endsWithARunThatIsKilled(@TempDir Path folder) throws Exception {
    endsAfter(Process::destroyForcibly, folder);
  }

  private static void endsAfter(Consumer<Process> end, Path folder) throws Exception {
    Process run = run(folder.resolve("log"));
    long pid = Long.parseLong(run.inputReader(UTF_8).readLine());
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    assertTrue(server.isAlive());
    end.accept(run);
    server.onExit().get(20, TimeUnit.SECONDS);
    assertTrue(run.waitFor(20, TimeUnit.SECONDS));
  }

  private static Process run(Path log) throws IOException {
    Files.createFile(log);
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            Run.class.getName(),
            log.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** A run that only a signal ends. */
  static final class Run {
    private Run() {}

    public static void main(String[] arguments) throws Exception {
      var server = ServerProcess.start(List.of("sleep", "60"), Map.of(), 1, Path.of(arguments[0]));
      System.out.println(server.pid());
      new CountDownLatch(1).await();
    }
  }
}
