package io.healthconnect.benchmarks.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WireClientTest {
  private static final byte[] REQUEST =
      "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** Answers as many requests as there are replies, in the given parts. */
  private static URI answer(ServerSocket server, String... parts) {
    var unused =
        CompletableFuture.runAsync(
            () -> {
              try (Socket socket = server.accept()) {
                for (String part : parts) {
                  if (part.startsWith("HTTP")) {
                    socket.getInputStream().readNBytes(REQUEST.length);
                  }
                  socket.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
                  socket.getOutputStream().flush();
                }
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  private static ServerSocket open() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @Test
  void readsRepliesThatComeInParts() throws IOException {
    try (ServerSocket server = open();
        WireClient client =
            new WireClient(
                answer(
                    server,
                    "HTTP/1.1 200 OK\r\ncontent-length",
                    ": 5\r\n\r\nhe",
                    "llo",
                    "HTTP/1.1 204 No Content\r\n\r\n"))) {
      client.exchange(REQUEST, 200);
      assertEquals("hello", client.body());
      client.exchange(REQUEST, 204);
      assertEquals("", client.body());
    }
  }

  @Test
  void readsChunks() throws IOException {
    try (ServerSocket server = open();
        WireClient client =
            new WireClient(
                answer(
                    server,
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r",
                    "\n2\r\nlo\r\n0\r\n\r",
                    "\n",
                    "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"))) {
      client.exchange(REQUEST, 200);
      assertEquals("hello", client.body());
      client.exchange(REQUEST, 200);
      assertEquals("ok", client.body());
    }
  }

  @Test
  void refusesAnotherStatusAndTheEnd() throws IOException {
    try (ServerSocket server = open();
        WireClient client =
            new WireClient(answer(server, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"))) {
      assertThrows(IOException.class, () -> client.exchange(REQUEST, 200));
      assertThrows(IOException.class, () -> client.exchange(REQUEST, 200));
    }
  }
}
