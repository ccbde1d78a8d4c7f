package io.healthconnect.signaling.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.endpoint.SignalingCore;
import io.healthconnect.signaling.endpoint.SignalingEndpoint;
import io.healthconnect.signaling.endpoint.SocketRegistry;
import io.healthconnect.signaling.endpoint.SystemTimers;
import io.healthconnect.signaling.rig.EchoListener;
import io.healthconnect.signaling.rig.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.ServerContainer;
import org.glassfish.tyrus.spi.ServerContainerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The official JavaScript client against both ways of hosting the endpoint. */
class StockClientTest {
  private static final Path SOURCE = Path.of("src/test/interop");
  private static final Path WORK = Path.of("target/interop");
  private static final int CHECKS = 9;

  private static final SignalingLimits LIMITS = fastHeartbeat();

  @BeforeAll
  static void installTheClient() throws IOException, InterruptedException {
    boolean node = isThere("node") && isThere("npm");
    if (!node && "true".equals(System.getenv("CI"))) {
      throw new IllegalStateException("The interop tests need node and npm");
    }
    assumeTrue(node, "skipped 2: the interop tests need node and npm");
    Files.createDirectories(WORK);
    for (String file : List.of("package.json", "package-lock.json", "interop.mjs")) {
      Files.write(WORK.resolve(file), Files.readAllBytes(SOURCE.resolve(file)));
    }
    if (!Files.exists(WORK.resolve("node_modules/socket.io-client"))) {
      assertEquals(0, run(Duration.ofMinutes(2), "npm", "ci", "--no-audit", "--no-fund"));
    }
  }

  @Test
  void theOfficialClientWorksOnTheGuardedConnection() throws IOException, InterruptedException {
    try (SystemTimers timers = new SystemTimers();
        TestServer server = new TestServer(LIMITS, timers)) {
      interop(server.port());
    }
  }

  @Test
  void theOfficialClientWorksOnTheStockContainer() throws Exception {
    EchoListener listener = new EchoListener();
    ExecutorService executor = Executors.newFixedThreadPool(4);
    AtomicInteger ids = new AtomicInteger();
    ServerContainer container = ServerContainerFactory.createServerContainer(Map.of());
    try (SystemTimers timers = new SystemTimers()) {
      SignalingCore core =
          new SignalingCore(
              LIMITS,
              listener,
              new SocketRegistry(8),
              executor,
              timers,
              () -> "id" + ids.incrementAndGet());
      container.addEndpoint(SignalingEndpoint.config(core, TestServer.ORIGINS));
      container.start("", 0);
      interop(((TyrusServerContainer) container).getPort());
    } finally {
      container.stop();
      executor.shutdownNow();
    }
  }

  private static void interop(int port) throws IOException, InterruptedException {
    int status = run(Duration.ofMinutes(1), "node", "interop.mjs", "http://127.0.0.1:" + port);
    String output = Files.readString(WORK.resolve("output.txt"));
    assertEquals(0, status, output);
    assertEquals(CHECKS, output.lines().filter(line -> line.startsWith("ok ")).count(), output);
  }

  private static SignalingLimits fastHeartbeat() {
    SignalingLimits limits = SignalingLimits.defaults();
    SignalingLimits.Timeouts timeouts = limits.timeouts();
    return limits.withTimeouts(
        new SignalingLimits.Timeouts(
            Duration.ofMillis(200),
            Duration.ofSeconds(5),
            timeouts.connect(),
            timeouts.handshake(),
            timeouts.close()));
  }

  private static boolean isThere(String command) throws InterruptedException {
    try {
      return new ProcessBuilder(command, "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private static int run(Duration limit, String... command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(WORK.toFile())
            .redirectErrorStream(true)
            .redirectOutput(WORK.resolve("output.txt").toFile())
            .start();
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
      return -1;
    }
    return process.exitValue();
  }
}
