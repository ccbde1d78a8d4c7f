package io.healthconnect.rest.http.admission;

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

/**
 * B-06: without {@code PUBLIC_URL} a foreign name can be made to resolve to this server. A page
 * under that name is foreign, although its origin equals the host of its requests.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignHostTest {
  private TestServer server;
  private String token;

  @BeforeAll
  void start() {
    server = new TestServer();
    token = server.patient("paul").token();
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
          localhost:8080         | Origin: http://localhost:8080          | 200
          127.0.0.1:8080         | Origin: http://127.0.0.1:8080          | 200
          192.168.1.20           | Origin: http://192.168.1.20            | 200
          [::1]:8080             | Origin: http://[::1]:8080              | 200
          127.0.0.1              | Sec-Fetch-Site: same-origin            | 200
          evil.example           | Origin: http://evil.example            | 403
          evil.example:8080      | Origin: http://evil.example:8080       | 403
          evil.example           | Sec-Fetch-Site: same-origin            | 403
          localhost.evil.example | Origin: http://localhost.evil.example  | 403
          127.0.0.1.evil.example | Origin: http://127.0.0.1.evil.example  | 403
          """)
  void b06AForeignHostIsNotThisSite(String host, String from, int status) throws IOException {
    String request =
        String.join(
            "\r\n",
            "PUT /api/patients/me HTTP/1.1",
            "Host: " + host,
            from,
            "Cookie: token=" + token,
            "Content-Type: application/json",
            "Content-Length: 2",
            "Connection: close",
            "",
            "{}");
    try (Socket socket = new Socket("127.0.0.1", server.server.port())) {
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      socket.setSoTimeout(60_000);
      String answer = new String(socket.getInputStream().readNBytes(12), US_ASCII);
      assertEquals("HTTP/1.1 " + status, answer);
    }
  }
}
