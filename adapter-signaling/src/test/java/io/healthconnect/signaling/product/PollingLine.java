package io.healthconnect.signaling.product;

import io.healthconnect.testkit.wire.RawClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Long-polling over two connections. As with stock clients, a GET is open nearly all the time. */
final class PollingLine implements ClientLine {
  private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  private final RawClient gets;
  private final RawClient posts;
  private final String sid;
  private final Queue<String> packets = new ArrayDeque<>();

  private PollingLine(int port) {
    gets = new RawClient(port);
    posts = new RawClient(port);
    gets.send(request("GET", "", ""));
    Matcher open = SID.matcher(body(gets));
    if (!open.find()) {
      throw new AssertionError("no open packet");
    }
    sid = open.group(1);
    ask();
  }

  static PollingLine open(ProductServer server) {
    return new PollingLine(server.port());
  }

  String sid() {
    return sid;
  }

  @Override
  public void send(String packet) {
    byte[] body = packet.getBytes(StandardCharsets.UTF_8);
    posts.send(request("POST", "&sid=" + sid, "Content-Length: " + body.length + "\r\n"));
    posts.send(body);
    if (!body(posts).equals("ok")) {
      throw new AssertionError("the POST was refused");
    }
  }

  /** The next packet; asks for more at once when a response has arrived. */
  @Override
  public String read() {
    while (packets.isEmpty()) {
      takeResponse();
      ask();
    }
    return packets.remove();
  }

  /** Whether the open GET has a response. */
  boolean hasResponse() {
    return gets.hasAnswer();
  }

  /**
   * The packets that were not read, those in the response to the open GET too; asks for no more.
   */
  List<String> pause() {
    takeResponse();
    return List.copyOf(packets);
  }

  private void ask() {
    gets.send(request("GET", "&sid=" + sid, ""));
  }

  private void takeResponse() {
    packets.addAll(List.of(body(gets).split("\u001e")));
  }

  private static byte[] request(String method, String session, String headers) {
    String target = "/socket.io/?EIO=4&transport=polling" + session;
    String head = method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n";
    return head.getBytes(StandardCharsets.UTF_8);
  }

  private static String body(RawClient client) {
    String head = client.readHead();
    Matcher length = LENGTH.matcher(head);
    if (!head.startsWith("HTTP/1.1 200 ") || !length.find()) {
      throw new AssertionError(head);
    }
    try {
      byte[] body = client.input().readNBytes(Integer.parseInt(length.group(1)));
      return new String(body, StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    gets.close();
    posts.close();
  }
}
