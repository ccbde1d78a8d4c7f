package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** coturn with {@code docs/deploy/turnserver.conf}, on loopback. */
record Coturn(Process process, InetSocketAddress address) implements AutoCloseable {
  private static final Path SAMPLE = Path.of("../docs/deploy/turnserver.conf");

  /** A UDP port that was free a moment ago; coturn listens to nothing else here. */
  static int freePort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Starts coturn and waits until it asks for a credential. */
  static Coturn start(Path folder, int port, String secret) throws Exception {
    String log = folder.resolve("turn.log").toString();
    List<String> command =
        List.of(
            Programs.find("turnserver").orElseThrow(),
            "-c",
            SAMPLE.toString(),
            "--static-auth-secret=" + secret,
            "--realm=turn.example",
            "--listening-ip=127.0.0.1",
            "--relay-ip=127.0.0.1",
            "--listening-port=" + port,
            "--no-tcp",
            "--no-tls",
            "--no-dtls",
            "--userdb=" + folder.resolve("turndb"),
            "--pidfile=" + folder.resolve("turn.pid"),
            "--log-file=" + log);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Coturn coturn =
        new Coturn(process, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    try (TurnClient client = coturn.client("nobody", "none")) {
      assertEquals(401, client.allocateUnsigned());
      return coturn;
    } catch (IOException e) {
      coturn.close();
      throw e;
    }
  }

  TurnClient client(String username, String password) throws IOException {
    return new TurnClient(address, username, password);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
