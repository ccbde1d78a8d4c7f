package io.healthconnect.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Java options for a server that lives for one test: only the fast compiler and one collector run,
 * and classes come from an archive, which together cost a third of an ordinary start. The archive
 * is made as the page about deployment says, once for a jar, where the property {@code
 * health-connect.archive} asks for it.
 */
public final class ShortLived {
  private static final String ARCHIVE = "health-connect.archive";
  private static final List<String> CHEAP = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
  private static final Duration LIMIT = Duration.ofSeconds(120);

  private ShortLived() {}

  /** Whether all servers of this run are of this kind. */
  static boolean wanted() {
    return System.getProperty(ARCHIVE) != null;
  }

  /** The options for servers of this jar. */
  public static List<String> options(Path jar) throws IOException {
    List<String> options = new ArrayList<>(CHEAP);
    if (wanted()) {
      try {
        options.add("-XX:SharedArchiveFile=" + archive(jar));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while the archive of classes was made", e);
      }
    }
    return options;
  }

  /** The file with the archive, which is made for the first that asks. */
  private static synchronized Path archive(Path jar) throws IOException, InterruptedException {
    Path archive = Path.of(System.getProperty(ARCHIVE)).toAbsolutePath();
    if (!Files.exists(archive) || modified(archive) < modified(jar)) {
      Files.deleteIfExists(archive);
      make(archive, jar);
    }
    return archive;
  }

  private static long modified(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toMillis();
  }

  /** Runs the server until it has answered one request of each usual kind. */
  private static void make(Path archive, Path jar) throws IOException, InterruptedException {
    int port = ServerProcess.freePort();
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(CHEAP);
    command.add("-XX:ArchiveClassesAtExit=" + archive);
    command.addAll(List.of("-jar", jar.toAbsolutePath().toString(), "--demo"));
    try (WorkFolder work = WorkFolder.create("class-archive");
        ServerProcess server =
            ServerProcess.start(
                command,
                Map.of(
                    "PORT", Integer.toString(port),
                    "DATA_DIR", work.path().resolve("data").toString(),
                    "BCRYPT_COST", "4"),
                port,
                work.path().resolve("server.log"))) {
      server.awaitReady(LIMIT);
      Api api = new Api(server.base());
      Person patient = Person.patient(api, "archive");
      patient.logIn(api).expect(200);
      for (String path : List.of("/api/auth/me", "/api/doctors", "/api/appointments")) {
        api.get(path, patient.token()).expect(200);
      }
      server.terminate(LIMIT);
    }
  }
}
