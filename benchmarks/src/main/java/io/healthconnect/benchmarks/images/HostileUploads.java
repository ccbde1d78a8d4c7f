package io.healthconnect.benchmarks.images;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Arguments;
import io.healthconnect.benchmarks.server.DatabaseFile;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.ImageForm;
import io.healthconnect.benchmarks.server.Machine;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.images.Floods;
import io.healthconnect.images.Pictures;
import io.healthconnect.images.Sample;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * U-02 and U-06: small files that claim or hide far more than they hold, and aborted uploads,
 * against a server whose heap is too small to decode any of them as declared. The server exits when
 * its heap is full, so a run that completes has not filled it.
 *
 * <p>Arguments: {@code --aborted 500}.
 */
public final class HostileUploads {
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);
  private static final List<String> SMALL_HEAP = List.of("-Xmx96m", "-XX:+ExitOnOutOfMemoryError");
  private static final String AVATAR = "/api/me/avatar";

  /** Settings that let all of the files through, so that they reach the cleaner. */
  static final Map<String, String> ROOM =
      Map.of(
          "LIMIT_IMAGE_UPLOADS_PER_MINUTE", "1000000",
          "LIMIT_IMAGE_UPLOADS", "1000",
          "LIMIT_IMAGE_UPLOADS_PER_USER", "1000");

  private final ServerProcess server;
  private final Api api;
  private final Person person;
  private final Path data;

  private HostileUploads(ServerProcess server, Api api, Person person, Path data) {
    this.server = server;
    this.api = api;
    this.person = person;
    this.data = data;
  }

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    Path work = Files.createTempDirectory("health-connect-uploads");
    Path temporary = Files.createDirectory(work.resolve("tmp"));
    HealthConnectServer jar = HealthConnectServer.in(work, HealthConnectServer.defaultJar());
    System.out.println(Machine.describe());
    List<String> options = new ArrayList<>(SMALL_HEAP);
    options.add("-Djava.io.tmpdir=" + temporary);
    try (ServerProcess server = jar.start(options, ROOM)) {
      server.awaitReady(READY_LIMIT);
      Api api = new Api(server.base());
      Person person = Person.patient(api, "uploads");
      HostileUploads run = new HostileUploads(server, api, person, jar.dataDirectory());
      run.floods();
      long before = files(temporary);
      run.aborted((int) given.number("aborted", 500));
      System.out.printf("temporary files: %d before, %d after%n", before, files(temporary));
    }
    System.exit(0);
  }

  private void floods() throws IOException, InterruptedException {
    upload(Pictures.png());
    for (Sample sample : Floods.all()) {
      long start = System.nanoTime();
      int status = upload(sample.bytes());
      long millis = (System.nanoTime() - start) / 1_000_000;
      System.out.printf(
          "%-36s %,9d bytes: %d in %d ms%n", sample.name(), sample.bytes().length, status, millis);
    }
    System.out.printf("honest upload after that: %d%n", upload(Pictures.png()));
  }

  /** Each sends its head and half of its body, and disconnects. */
  private void aborted(int count) throws IOException, InterruptedException, SQLException {
    String before = kept();
    for (int i = 0; i < count; i++) {
      byte[] body = new ImageForm(Pictures.png()).bytes();
      String head =
          "PUT "
              + AVATAR
              + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\n"
                  .formatted(person.token())
              + "Content-Type: %s\r\nContent-Length: %d\r\n\r\n"
                  .formatted(ImageForm.CONTENT_TYPE, body.length);
      try (Socket socket = new Socket("127.0.0.1", server.base().getPort())) {
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body, 0, body.length / 2);
        out.flush();
      }
    }
    String after = kept();
    System.out.printf("%d uploads broken off: kept %s before, %s after%n", count, before, after);
    System.out.printf("honest upload after that: %d%n", upload(Pictures.png()));
  }

  /** The number of image records in the store, and of images whose bytes it has. */
  private String kept() throws IOException, SQLException {
    try (Connection store = DatabaseFile.open(data);
        Statement statement = store.createStatement();
        ResultSet counts =
            statement.executeQuery(
                "SELECT (SELECT count(*) FROM media), (SELECT count(*) FROM image)")) {
      return counts.getInt(1) + " images and the bytes of " + counts.getInt(2);
    }
  }

  private int upload(byte[] file) throws IOException, InterruptedException {
    return upload(api, person, file);
  }

  static int upload(Api api, Person person, byte[] file) throws IOException, InterruptedException {
    return api.put(AVATAR, person.token(), new ImageForm(file)).status();
  }

  private static long files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).count();
    }
  }
}
