package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** what the shipped nginx offers to clients, as OpenSSL sees it. */
class TlsIT {
  private static final List<String> OLD = List.of("-tls1", "-tls1_1");
  private static final List<String> NEW = List.of("-tls1_2", "-tls1_3");
  private static final String WEAK = "aNULL:eNULL:EXPORT:LOW:DES:3DES:RC4:MD5:@SECLEVEL=0";

  @TempDir Path folder;

  @BeforeEach
  void certificate() throws Exception {
    Nginx.need();
    Programs.need("openssl", "openssl");
    Programs.need("curl", "curl");
    String request =
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -keyout key.pem"
            + " -out cert.pem";
    Answer made = run(List.of(request.split(" ")));
    assertEquals(0, made.status(), made.output());
  }

  @Test
  void x01OldProtocolsWeakCiphersAndPlainRequestsAreRefused() throws Exception {
    RunnableJar jar = RunnableJar.in(Files.createDirectories(folder.resolve("node")));
    int port = ServerProcess.freePort();
    String base = "https://127.0.0.1:" + port;
    try (ServerProcess server =
            jar.start(Map.of("PUBLIC_URL", base, "TRUSTED_PROXIES", "127.0.0.1"));
        Nginx nginx = Nginx.startTls(folder, port, jar.port(), "")) {
      awaitOpen(port);
      for (String protocol : NEW) {
        assertEquals(0, handshake(port, protocol, "DEFAULT:@SECLEVEL=0").status(), protocol);
      }
      for (String protocol : OLD) {
        Answer refused = handshake(port, protocol, "DEFAULT:@SECLEVEL=0");
        assertNotEquals(0, refused.status(), protocol + refused.output());
      }
      Answer weak = handshake(port, "-tls1_2", WEAK);
      assertNotEquals(0, weak.status(), weak.output());
      Answer plain = curl("http://127.0.0.1:" + port + "/health/ready");
      assertTrue(plain.output().startsWith("HTTP/1.1 400 "), plain.output());
      Answer secure = curl(base + "/health/ready");
      assertTrue(secure.output().startsWith("HTTP/1.1 200 "), secure.output());
      assertTrue(
          secure.output().contains("Strict-Transport-Security: max-age=31536000"), secure.output());
    }
  }

  /** The client of this test can speak what is refused above. */
  @Test
  void x01WithoutTheLineAboutProtocolsAnOldOneSucceeds() throws Exception {
    int port = ServerProcess.freePort();
    String old = "ssl_protocols TLSv1.1 TLSv1.2; ssl_ciphers DEFAULT:@SECLEVEL=0;";
    try (Nginx nginx = Nginx.startTls(folder, port, 9, old)) {
      awaitOpen(port);
      Answer answer = handshake(port, "-tls1_1", "DEFAULT:@SECLEVEL=0");
      assertEquals(0, answer.status(), answer.output());
    }
  }

  private record Answer(int status, String output) {}

  private Answer handshake(int port, String protocol, String ciphers) throws Exception {
    return run(
        List.of(
            "openssl", "s_client", "-connect", "127.0.0.1:" + port, protocol, "-cipher", ciphers));
  }

  private Answer curl(String url) throws Exception {
    return run(List.of("curl", "-sS", "-k", "-i", "--http1.1", url));
  }

  private Answer run(List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), output);
    return new Answer(process.exitValue(), output);
  }

  private static void awaitOpen(int port) {
    long since = System.nanoTime();
    while (!isOpen(port)) {
      assertTrue(System.nanoTime() - since < TimeUnit.SECONDS.toNanos(30), "nginx did not start");
    }
  }

  private static boolean isOpen(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }
}
