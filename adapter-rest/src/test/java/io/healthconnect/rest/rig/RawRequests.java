package io.healthconnect.rest.rig;

import io.healthconnect.testkit.wire.RawClient;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests byte by byte, as no HTTP client would send them. */
public final class RawRequests {
  private RawRequests() {}

  /** All that comes back; nothing if the server cuts the connection. */
  public static String raw(TestServer server, String request) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.server.port())) {
      socket.setSoTimeout(60_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.net.SocketException e) {
      return "";
    }
  }

  /** The statuses of all replies on one connection, until it is closed. */
  public static List<Integer> answers(TestServer server, String head, String body) {
    List<Integer> answers = new ArrayList<>();
    try (RawClient client = new RawClient(server.server.port())) {
      client.send(List.of(bytes(head.replace("\n", "\r\n") + "\r\n" + body)));
      client.endInput();
      for (int status = client.status(); status != 0; status = client.status()) {
        answers.add(status);
        client.skipBody();
      }
    }
    return answers;
  }

  /** As many texts in a row, each with its number. */
  public static String many(int count, String each) {
    return IntStream.range(0, count).mapToObj(each::formatted).collect(Collectors.joining());
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
