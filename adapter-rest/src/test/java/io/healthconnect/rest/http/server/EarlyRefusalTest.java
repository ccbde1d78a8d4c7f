package io.healthconnect.rest.http.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H-04: a refusal before the body has arrived: the client still sees it instead of a reset. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EarlyRefusalTest {
  private static final int BODY = 6 * 1024 * 1024;

  private TestServer server;
  private Client paul;

  @BeforeAll
  void start() {
    server = new TestServer();
    paul = server.patient("paul");
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
          PUT  /api/me/avatar           | image/png        | false | 401
          POST /api/auth/login          | application/json | false | 413
          PUT  /api/patients/me         | application/json | true  | 413
          PUT  /api/me/avatar           | text/plain       | true  | 415
          PUT  /api/doctors/me           | application/json | true  | 403
          POST /api/nothing             | text/plain       | true  | 404
          POST /api/auth/me             | text/plain       | true  | 405
          """)
  void isReadAfterTheWholeBodyWasSent(String request, String type, boolean loggedIn, int status)
      throws IOException {
    for (String framing : List.of("Content-Length: " + BODY, "Transfer-Encoding: chunked")) {
      try (Socket socket = new Socket("127.0.0.1", server.server.port())) {
        OutputStream out = socket.getOutputStream();
        out.write(
            (request.replaceAll(" +", " ")
                    + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: "
                    + type
                    + (loggedIn ? "\r\nAuthorization: Bearer " + paul.token() : "")
                    + "\r\n"
                    + framing
                    + "\r\n\r\n")
                .getBytes(US_ASCII));
        boolean chunked = framing.startsWith("Transfer");
        byte[] part = new byte[64 * 1024];
        for (int sent = 0; sent < BODY; sent += part.length) {
          out.write(chunked ? "10000\r\n".getBytes(US_ASCII) : new byte[0]);
          out.write(part);
          out.write(chunked ? "\r\n".getBytes(US_ASCII) : new byte[0]);
        }
        out.write(chunked ? "0\r\n\r\n".getBytes(US_ASCII) : new byte[0]);
        socket.setSoTimeout(60_000);
        String line = new String(socket.getInputStream().readNBytes(12), US_ASCII);
        assertEquals("HTTP/1.1 " + status, line, request + " " + framing);
      }
    }
  }

  @Test
  void isSeenByFetchOfNode() throws Exception {
    String script =
        "const body = new Uint8Array(%d); let seen = 0;".formatted(BODY)
            + "for (let i = 0; i < 10; i++) { const reply = await fetch('%s/api/auth/login', "
                .formatted(base())
            + "{method: 'POST', body, headers: {'content-type': 'application/json'}});"
            + "await reply.text(); if (reply.status === 413) seen++; } console.log(seen);";
    assertEquals("10", run("node", "--input-type=module", "-e", script));
  }

  @Test
  void isSeenByCurl(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("body"), new byte[BODY]);
    for (int i = 0; i < 10; i++) {
      assertEquals(
          "401",
          run(
              "curl",
              "-sS",
              "-o",
              folder.resolve("out").toString(),
              "-w",
              "%{http_code}",
              "-X",
              "PUT",
              "-H",
              "Expect:",
              "-H",
              "Content-Type: image/png",
              "--data-binary",
              "@" + file,
              base() + "/api/me/avatar"));
    }
  }

  private String base() {
    return "http://127.0.0.1:" + server.server.port();
  }

  private static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), US_ASCII).strip();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), output);
    return output;
  }
}
