package io.healthconnect.mongod;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * One server process on a loopback port with its own data folder. It can be killed, started again
 * on the same data, frozen and thawed.
 */
public final class Member {
  /** Ends the server when the process that started it ends, for whatever reason. */
  private static final String GUARDED =
      "\"$@\" < /dev/null > /dev/null 2>&1 & echo $!; cat > /dev/null; kill -9 $! 2> /dev/null";

  private static final int SECONDS = 30;

  private final List<String> command;
  private final int port;
  private final Optional<Line> line;
  private Process guard;
  private ProcessHandle server;

  private Member(List<String> command, int port, Optional<Line> line) {
    this.command = command;
    this.port = port;
    this.line = line;
    this.guard = launch(command);
    this.server = child(guard);
  }

  private Member(
      List<String> command, int port, Process guard, ProcessHandle server, Optional<Line> line) {
    this.command = command;
    this.port = port;
    this.guard = guard;
    this.server = server;
    this.line = line;
  }

  /**
   * @param replicaSet the name of the set; empty for a server that belongs to none
   * @param more additional command-line options
   */
  static Member start(Path folder, String replicaSet, String... more) {
    Path binary = MongodBinary.find().orElseThrow(() -> new IllegalStateException(Mongod.NONE));
    int port = freePort();
    Path data = folder.resolve("data-" + port);
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> command = new ArrayList<>(List.of("sh", "-c", GUARDED, "sh", binary.toString()));
    command.addAll(List.of("--dbpath", data.toString(), "--logpath", data + ".log", "--logappend"));
    command.addAll(List.of("--bind_ip", "127.0.0.1", "--port", Integer.toString(port)));
    command.addAll(List.of("--nounixsocket", "--wiredTigerCacheSizeGB", "0.25"));
    command.addAll(List.of("--setParameter", "enableTestCommands=1"));
    command.addAll(List.of("--setParameter", "diagnosticDataCollectionEnabled=false"));
    if (!replicaSet.isEmpty()) {
      command.addAll(List.of("--replSet", replicaSet, "--oplogSize", "128"));
    }
    command.addAll(List.of(more));
    return new Member(command, port, Optional.empty());
  }

  /** The same member, found by others at the end of a line that can be cut. */
  Member onLine() {
    return new Member(command, port, guard, server, Optional.of(Line.to(port)));
  }

  /** Where nodes and other members find it. */
  public String address() {
    return line.map(Line::address).orElse("127.0.0.1:" + port);
  }

  /** The process of the server. */
  public long pid() {
    return server.pid();
  }

  /** The line in front of it. */
  Line line() {
    return line.orElseThrow(() -> new IllegalStateException("there is no line to cut"));
  }

  /** Ends the process at once, as a crash does. */
  public void kill() {
    server.destroyForcibly();
    server.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
    guard.destroy();
  }

  /** Ends it for good. */
  void close() {
    kill();
    line.ifPresent(Line::close);
  }

  /** Starts the server again on its existing data. */
  public void restart() {
    if (server.isAlive()) {
      throw new IllegalStateException("the member is running");
    }
    guard = launch(command);
    server = child(guard);
  }

  /** Suspends the process: connections stay open, but nothing answers. */
  public void freeze() {
    signal("STOP");
  }

  public void thaw() {
    signal("CONT");
  }

  /** Runs a command on this member's {@code admin} database, whatever its role. */
  public Document admin(Document command) {
    return run("admin", command);
  }

  /** Runs a command on one of this member's databases, whatever its role. */
  Document run(String database, Document command) {
    ConnectionString uri =
        new ConnectionString("mongodb://127.0.0.1:" + port + "/?directConnection=true");
    MongoClientSettings settings =
        MongoClientSettings.builder()
            .applyConnectionString(uri)
            .applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(SECONDS, TimeUnit.SECONDS))
            .build();
    try (MongoClient client = MongoClients.create(settings)) {
      return client.getDatabase(database).runCommand(command);
    }
  }

  private void signal(String name) {
    try {
      Process kill =
          new ProcessBuilder("kill", "-" + name, Long.toString(server.pid())).inheritIO().start();
      if (!kill.waitFor(SECONDS, TimeUnit.SECONDS) || kill.exitValue() != 0) {
        throw new IllegalStateException("the member cannot be sent " + name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Process launch(List<String> command) {
    try {
      return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProcessHandle child(Process guard) {
    try {
      BufferedReader lines = guard.inputReader(StandardCharsets.UTF_8);
      return ProcessHandle.of(Long.parseLong(lines.readLine())).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
