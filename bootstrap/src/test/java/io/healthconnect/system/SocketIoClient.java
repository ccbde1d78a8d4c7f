package io.healthconnect.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A minimal Socket.IO client. Events are queued until a test requests them. */
final class SocketIoClient implements WebSocket.Listener, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE_SECONDS = 15;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** An event as received. */
  record Event(String name, JsonNode payload, String offset) {}

  private final StringBuilder part = new StringBuilder();
  private final CompletableFuture<JsonNode> admitted = new CompletableFuture<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Map<Integer, CompletableFuture<JsonNode>> acks = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<String, Object> auth;
  private final WebSocket socket;
  private volatile String offset = "";
  private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);

  private SocketIoClient(URI base, Map<String, Object> auth) {
    this.auth = auth;
    URI uri = URI.create("ws://" + base.getAuthority() + "/socket.io/?EIO=4&transport=websocket");
    this.socket = HTTP.newWebSocketBuilder().buildAsync(uri, this).join();
  }

  static SocketIoClient connect(URI base, String token) throws Exception {
    return admitted(base, Map.of("token", token));
  }

  /** A client that can recover its connection. */
  static SocketIoClient recoverable(URI base, String token) throws Exception {
    SocketIoClient client = admitted(base, Map.of("token", token, "recovery", true));
    client.next("online-users");
    return client;
  }

  /** Recovers the connection, at any node. */
  SocketIoClient comeBack(URI base) throws Exception {
    Map<String, Object> former = new HashMap<>(auth);
    former.put("pid", pid());
    former.put("offset", offset);
    return admitted(base, former);
  }

  private static SocketIoClient admitted(URI base, Map<String, Object> auth) throws Exception {
    SocketIoClient client = new SocketIoClient(base, auth);
    client.admitted.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return client;
  }

  String sid() {
    return admitted.join().path("sid").asText();
  }

  String pid() {
    return admitted.join().path("pid").asText();
  }

  /** Sends an event and waits for its ack. */
  JsonNode emit(String name, Map<String, ?> payload) throws Exception {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonNode> ack = new CompletableFuture<>();
    acks.put(id, ack);
    String packet = "42" + id + JSON.writeValueAsString(new Object[] {name, payload});
    send(socket, packet).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return ack.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** A socket sends one text at a time, and the answer to a ping may intervene. */
  private synchronized CompletableFuture<?> send(WebSocket to, String text) {
    sending = sending.handle((sent, failure) -> to).thenCompose(free -> free.sendText(text, true));
    return sending;
  }

  /** The next event with this name; earlier events with other names are dropped. */
  JsonNode next(String name) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    for (; ; ) {
      Event event = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (event == null) {
        throw new AssertionError("no event " + name);
      }
      offset = event.offset().isEmpty() ? offset : event.offset();
      if (event.name().equals(name)) {
        return event.payload();
      }
    }
  }

  int closeCode() throws Exception {
    return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      String packet = part.toString();
      part.setLength(0);
      received(webSocket, packet);
    }
    webSocket.request(1);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
    closed.complete(code);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    closed.completeExceptionally(error);
  }

  private void received(WebSocket webSocket, String packet) {
    try {
      if (packet.startsWith("0")) {
        send(webSocket, "40" + JSON.writeValueAsString(auth));
      } else if (packet.equals("2")) {
        send(webSocket, "3");
      } else if (packet.startsWith("40")) {
        admitted.complete(JSON.readTree(packet.substring(2)));
      } else if (packet.startsWith("44")) {
        admitted.completeExceptionally(new IllegalStateException(packet));
      } else if (packet.startsWith("42")) {
        JsonNode event = JSON.readTree(packet.substring(2));
        events.add(new Event(event.get(0).asText(), event.path(1), event.path(2).asText("")));
      } else if (packet.startsWith("43")) {
        int array = packet.indexOf('[');
        int id = Integer.parseInt(packet.substring(2, array));
        acks.remove(id).complete(JSON.readTree(packet.substring(array)).get(0));
      }
    } catch (Exception e) {
      closed.completeExceptionally(e);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
