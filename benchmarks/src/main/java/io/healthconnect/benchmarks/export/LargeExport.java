package io.healthconnect.benchmarks.export;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Arguments;
import io.healthconnect.benchmarks.server.DatabaseFile;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.Machine;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.benchmarks.server.WorkFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Downloads an account with many images from a server on SQLite.
 *
 * <p>Arguments: {@code --images 2048 --kib 1024 --heap-mib 256}.
 */
public final class LargeExport {
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);

  private final HealthConnectServer jar;
  private final long images;
  private final long kib;

  private LargeExport(HealthConnectServer jar, long images, long kib) {
    this.jar = jar;
    this.images = images;
    this.kib = kib;
  }

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    System.out.println(Machine.describe());
    boolean complete;
    try (WorkFolder work = WorkFolder.create("health-connect-export")) {
      LargeExport run =
          new LargeExport(
              HealthConnectServer.in(work.path(), HealthConnectServer.defaultJar()),
              given.number("images", 2_048),
              given.number("kib", 1_024));
      complete = run.download(run.prepare(), given.number("heap-mib", 256));
    }
    System.exit(complete ? 0 : 1);
  }

  /** A pair with one message, which is then multiplied, with an image each. */
  private Pair prepare() throws Exception {
    try (ServerProcess server = jar.start()) {
      server.awaitReady(READY_LIMIT);
      Api api = new Api(server.base());
      Pair pair = Pair.create(api, "export");
      pair.sendFromPatient(api, "Look at this.", "first").expect(201);
      server.terminate(READY_LIMIT);
      fill(pair.patient().id(), pair.doctor().id());
      return pair;
    }
  }

  private void fill(String sender, String receiver) throws IOException, SQLException {
    long started = System.nanoTime();
    try (Connection connection = DatabaseFile.open(jar.dataDirectory());
        PreparedStatement media =
            connection.prepareStatement(
                """
                INSERT INTO media (id, owner_id, receiver_id, type, width, height, upload_bytes,
                  upload_sha256, created_at, state)
                VALUES (?, ?, ?, 'jpg', 1000, 1000, 1, '', 1, 'attached')
                """);
        PreparedStatement image =
            connection.prepareStatement("INSERT INTO image (id, bytes) VALUES (?, randomblob(?))");
        PreparedStatement message =
            connection.prepareStatement(
                """
                INSERT INTO message (id, first_id, second_id, seq, sender_id, text, image_id,
                  image_width, image_height, client_id, created_at)
                SELECT ?1, first_id, second_id, seq + ?2, sender_id, text, ?1, 1000, 1000, ?1,
                  created_at + ?2
                FROM message WHERE client_id = 'first'
                """)) {
      connection.setAutoCommit(false);
      for (long i = 1; i <= images; i++) {
        String id = "image-" + i;
        media.setString(1, id);
        media.setString(2, sender);
        media.setString(3, receiver);
        media.executeUpdate();
        image.setString(1, id);
        image.setLong(2, kib * 1_024);
        image.executeUpdate();
        message.setString(1, id);
        message.setLong(2, i);
        message.executeUpdate();
        if (i % 100 == 0) {
          connection.commit();
        }
      }
      connection.commit();
    }
    System.out.printf(
        Locale.ROOT,
        "%d images of %d KiB, stored in %d s%n",
        images,
        kib,
        Duration.ofNanos(System.nanoTime() - started).toSeconds());
  }

  private boolean download(Pair pair, long heapMib) throws Exception {
    try (ServerProcess server = jar.start(List.of("-Xmx" + heapMib + "m"), Map.of())) {
      server.awaitReady(READY_LIMIT);
      String token = pair.patient().logIn(new Api(server.base())).expect(200).token().orElseThrow();
      HttpRequest request =
          HttpRequest.newBuilder(server.base().resolve("/api/me/export"))
              .header("Authorization", "Bearer " + token)
              .build();
      long started = System.nanoTime();
      long most = 0;
      long bytes = 0;
      int found = 0;
      HttpResponse<InputStream> response =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
      Duration first = Duration.ofNanos(System.nanoTime() - started);
      try (ZipInputStream zip = new ZipInputStream(response.body())) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          bytes += zip.transferTo(OutputStream.nullOutputStream());
          found += entry.getName().startsWith("images/") ? 1 : 0;
          most = Math.max(most, server.residentKib());
        }
      }
      System.out.printf(
          Locale.ROOT,
          "status %d, %d images, %d MiB in %d s, begun after %d ms; heap at most %d MiB, resident at"
              + " most %d MiB%n",
          response.statusCode(),
          found,
          bytes >> 20,
          Duration.ofNanos(System.nanoTime() - started).toSeconds(),
          first.toMillis(),
          heapMib,
          most / 1_024);
      return found == images;
    }
  }
}
