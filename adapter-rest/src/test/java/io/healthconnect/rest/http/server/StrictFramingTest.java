package io.healthconnect.rest.http.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.rest.rig.TestServer;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H-08: anything that a proxy may interpret differently from this server is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrictFramingTest {
  private TestServer server;

  @BeforeAll
  void start() {
    server = new TestServer();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Transfer-Encoding: chunked~                            | 400
          Transfer-Encoding: gzip, chunked~                      | 400
          Transfer-Encoding: identity, chunked~                  | 400
          Transfer-Encoding: chunked, chunked~                   | 400
          Transfer-Encoding: gzip~Transfer-Encoding: chunked~    | 400
          Transfer-Encoding: CHUNKED~                            | 400
          """)
  void h08OnlyChunkedIsATransferCoding(String fields, int status) throws IOException {
    String head = "POST /api/auth/login HTTP/1.1~Host: 127.0.0.1~Content-Type: application/json~";
    String body = "~2~{}~0~~";
    // An empty object lacks the e-mail address, so the answer shows whether the body was read as
    // chunked.
    String answer = send((head + fields + body).replace("~", "\r\n"));
    assertEquals("HTTP/1.1 " + status, answer.substring(0, 12));
    boolean alone = fields.matches("(?i)Transfer-Encoding: chunked~");
    assertEquals(alone, answer.contains("\"field\""), answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /health/live HTTP/1.1~Host: 127.0.0.1~~                         | 200
          GET /health/live HTTP/1.1^Host: 127.0.0.1^^                         | 400
          GET /health/live HTTP/1.1~Host: 127.0.0.1^~                         | 400
          GET /health/live HTTP/1.1^Host: 127.0.0.1~~                         | 400
          """)
  void h08LinesEndWithCarriageReturnAndLineFeed(String request, int status) throws IOException {
    String answer = send(request.replace("~", "\r\n").replace("^", "\n"));
    assertEquals("HTTP/1.1 " + status, answer.substring(0, 12));
  }

  private String send(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.server.port())) {
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      socket.shutdownOutput();
      socket.setSoTimeout(60_000);
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }
}
