package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Socket.IO client that polls, one request at a time. */
final class Poller {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");

  private final URI base;
  private final String sid;
  private final Queue<String> packets = new ArrayDeque<>();

  private Poller(URI base) throws Exception {
    this.base = base;
    HttpRequest first = HttpRequest.newBuilder(uri("polling", "")).timeout(PATIENCE).build();
    Matcher open = SID.matcher(HTTP.send(first, BodyHandlers.ofString()).body());
    assertTrue(open.find());
    sid = open.group(1);
  }

  static Poller connect(URI base, String token) throws Exception {
    Poller client = new Poller(base);
    client.send("40{\"token\":\"" + token + "\"}");
    client.await("40{");
    return client;
  }

  /** The name of the node that the session lives on. */
  String node() {
    return sid.substring(0, sid.indexOf('.'));
  }

  private URI uri(String transport, String session) {
    return base.resolve("/socket.io/?EIO=4&transport=" + transport + session);
  }

  void send(String packet) throws Exception {
    HttpRequest post = request().POST(BodyPublishers.ofString(packet)).build();
    assertEquals("ok", HTTP.send(post, BodyHandlers.ofString()).body());
  }

  /** Polls until there is a packet with this beginning; others are left out. */
  void await(String beginning) throws Exception {
    while (true) {
      for (String next = packets.poll(); next != null; next = packets.poll()) {
        if (next.startsWith(beginning)) {
          return;
        }
      }
      HttpResponse<String> answer = poll();
      assertEquals(200, answer.statusCode(), answer::body);
      packets.addAll(List.of(answer.body().split("\u001e")));
    }
  }

  HttpResponse<String> poll() throws Exception {
    return HTTP.send(request().build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(uri("polling", "&sid=" + sid)).timeout(PATIENCE);
  }

  /** The server's answer to the probe of a WebSocket for this session. */
  String probe() throws Exception {
    CompletableFuture<String> answered = new CompletableFuture<>();
    WebSocket.Listener listener =
        new WebSocket.Listener() {
          @Override
          public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            answered.complete(text.toString());
            return WebSocket.Listener.super.onText(socket, text, last);
          }
        };
    URI http = uri("websocket", "&sid=" + sid);
    URI ws = URI.create(http.toString().replaceFirst("^http", "ws"));
    WebSocket socket = HTTP.newWebSocketBuilder().buildAsync(ws, listener).join();
    try {
      socket.sendText("2probe", true).join();
      return answered.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } finally {
      socket.abort();
    }
  }
}
