package io.healthconnect.benchmarks.images;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Arguments;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.Machine;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.images.Floods;
import io.healthconnect.images.Pictures;
import io.healthconnect.images.Sample;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * U-02 and U-06: small files that promise or hide far more than they hold, and uploads that break
 * off, against a server whose heap is too small for any of them to be taken at its word. The server
 * ends when its heap is full, so a run that comes to its end has not filled it.
 *
 * <p>Arguments: {@code --aborted 500}.
 */
public final class HostileUploads {
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);
  private static final List<String> SMALL_HEAP = List.of("-Xmx96m", "-XX:+ExitOnOutOfMemoryError");
  private static final Map<String, String> ROOM =
      Map.of(
          "LIMIT_IMAGE_UPLOADS_PER_MINUTE", "1000000",
          "LIMIT_IMAGE_UPLOADS", "1000",
          "LIMIT_IMAGE_UPLOADS_PER_USER", "1000");

  private final HttpClient http = HttpClient.newHttpClient();
  private final ServerProcess server;
  private final Person person;
  private final Path data;

  private HostileUploads(ServerProcess server, Person person, Path data) {
    this.server = server;
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
      Person person = Person.patient(new Api(server.base()), "uploads");
      HostileUploads run = new HostileUploads(server, person, jar.dataDirectory());
      run.floods();
      long before = files(temporary);
      run.aborted((int) given.number("aborted", 500));
      System.out.printf("temporary files: %d before, %d after%n", before, files(temporary));
    }
    System.exit(0);
  }

  private void floods() throws IOException, InterruptedException {
    upload(Pictures.png());
    List<Sample> all = new ArrayList<>(Floods.tooLarge());
    all.addAll(Floods.shredded());
    all.addAll(Floods.hidden());
    for (Sample sample : all) {
      long start = System.nanoTime();
      int status = upload(sample.bytes());
      long millis = (System.nanoTime() - start) / 1_000_000;
      System.out.printf(
          "%-36s %,9d bytes: %d in %d ms%n", sample.name(), sample.bytes().length, status, millis);
    }
    System.out.printf("honest upload after that: %d%n", upload(Pictures.png()));
  }

  /** Each sends its head and half of its body, and is gone. */
  private void aborted(int count) throws IOException, InterruptedException, SQLException {
    String before = kept();
    for (int i = 0; i < count; i++) {
      byte[] body = form(Pictures.png());
      String head =
          "PUT /api/me/avatar HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\n"
                  .formatted(person.token())
              + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: %d\r\n\r\n"
                  .formatted(body.length);
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

  /** How many images the store knows, and how many it has the bytes of. */
  private String kept() throws SQLException {
    try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = store.createStatement();
        ResultSet counts =
            statement.executeQuery(
                "SELECT (SELECT count(*) FROM media), (SELECT count(*) FROM image)")) {
      return counts.getInt(1) + " images and the bytes of " + counts.getInt(2);
    }
  }

  private Path file() {
    try (Stream<Path> files = Files.list(data)) {
      return files.filter(file -> file.toString().endsWith(".db")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private int upload(byte[] file) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.base() + "/api/me/avatar"))
            .header("Authorization", "Bearer " + person.token())
            .header("Content-Type", "multipart/form-data; boundary=b")
            .timeout(Duration.ofSeconds(60))
            .PUT(BodyPublishers.ofByteArray(form(file)))
            .build();
    HttpResponse<Void> reply = http.send(request, BodyHandlers.discarding());
    return reply.statusCode();
  }

  private static byte[] form(byte[] file) {
    byte[] head =
        "--b\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.png\"\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    byte[] end = "\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII);
    byte[] form = new byte[head.length + file.length + end.length];
    System.arraycopy(head, 0, form, 0, head.length);
    System.arraycopy(file, 0, form, head.length, file.length);
    System.arraycopy(end, 0, form, head.length + file.length, end.length);
    return form;
  }

  private static long files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).count();
    }
  }
}
