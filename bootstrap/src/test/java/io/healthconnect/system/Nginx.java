package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** nginx with {@code docs/deploy/nginx.conf}, but with other addresses. */
record Nginx(ServerProcess process) implements AutoCloseable {
  private static final Path SAMPLE = Path.of("../docs/deploy/nginx.conf");

  /** Skips the test where nginx is not installed; fails it in CI. */
  static void need() {
    Programs.need("nginx", "nginx-light");
  }

  /** Starts nginx without TLS and waits until a node answers through it. */
  static Nginx start(Path folder, int port, int one, int two) throws IOException {
    String text = replaced(sample(one, two), "listen 443 ssl;", "listen 127.0.0.1:" + port + ";");
    Nginx nginx = run(folder, port, replaced(text, "(?m)^ *ssl_.*\n", ""));
    nginx.process().awaitReady(RunnableJar.START);
    return nginx;
  }

  /**
   * Starts nginx with TLS.
   *
   * @param protocols the lines about protocols; empty for those of the sample
   */
  static Nginx startTls(Path folder, int port, int node, String protocols) throws IOException {
    String text =
        replaced(sample(node, node), "listen 443 ssl;", "listen 127.0.0.1:" + port + " ssl;");
    text = replaced(text, "/etc/nginx/tls/fullchain.pem", folder.resolve("cert.pem").toString());
    text = replaced(text, "/etc/nginx/tls/privkey.pem", folder.resolve("key.pem").toString());
    if (!protocols.isEmpty()) {
      text = replaced(text, "ssl_protocols .*;", protocols);
    }
    return run(folder, port, text);
  }

  private static String sample(int one, int two) throws IOException {
    String text = Files.readString(SAMPLE);
    text = replaced(text, "server node1:8080", "server 127.0.0.1:" + one);
    text = replaced(text, "server node2:8080", "server 127.0.0.1:" + two);
    // The temporary folder is closed to nginx's own user, to whom root would leave the work.
    String user = "user " + System.getProperty("user.name") + ";";
    text = replaced(text, "worker_rlimit_nofile 65536;", user + " daemon off; pid nginx.pid;");
    text = replaced(text, "worker_connections 16384;", "worker_connections 256;");
    return replaced(text, "http \\{", "http { " + temporary());
  }

  private static Nginx run(Path folder, int port, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("nginx.conf"), text);
    List<String> command =
        List.of(
            Programs.find("nginx").orElseThrow(),
            "-p",
            folder.toString(),
            "-e",
            "stderr",
            "-c",
            file + "");
    return new Nginx(ServerProcess.start(command, Map.of(), port, folder.resolve("nginx.log")));
  }

  URI base() {
    return process.base();
  }

  private static String temporary() {
    return Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        .map(kind -> kind + "_temp_path " + kind + ";")
        .reduce("", String::concat);
  }

  private static String replaced(String text, String pattern, String by) {
    String changed = text.replaceAll(pattern, by);
    assertTrue(!changed.equals(text), () -> "the sample has no " + pattern);
    return changed;
  }

  @Override
  public void close() {
    process.close();
  }
}
