package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.benchmarks.server.ServerProcess;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** nginx as {@code docs/deploy/nginx.conf} has it, with other addresses and without TLS. */
record Nginx(ServerProcess process) implements AutoCloseable {
  private static final Path SAMPLE = Path.of("../docs/deploy/nginx.conf");

  static Optional<String> program() {
    String path = System.getenv("PATH") + File.pathSeparator + "/usr/sbin";
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, "nginx"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  /** Waits until a node answers through it. */
  static Nginx start(Path folder, int port, int one, int two) throws IOException {
    String text = Files.readString(SAMPLE);
    text = replaced(text, "listen 443 ssl;", "listen 127.0.0.1:" + port + ";");
    text = replaced(text, "(?m)^ *ssl_.*\n", "");
    text = replaced(text, "server node1:8080", "server 127.0.0.1:" + one);
    text = replaced(text, "server node2:8080", "server 127.0.0.1:" + two);
    text = replaced(text, "worker_rlimit_nofile 65536;", "daemon off; pid nginx.pid;");
    text = replaced(text, "worker_connections 16384;", "worker_connections 256;");
    text = replaced(text, "http \\{", "http { " + temporary());
    Path file = Files.writeString(folder.resolve("nginx.conf"), text);
    List<String> command =
        List.of(program().orElseThrow(), "-p", folder.toString(), "-e", "stderr", "-c", file + "");
    ServerProcess process =
        ServerProcess.start(command, Map.of(), port, folder.resolve("nginx.log"));
    process.awaitReady(RunnableJar.START);
    return new Nginx(process);
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
