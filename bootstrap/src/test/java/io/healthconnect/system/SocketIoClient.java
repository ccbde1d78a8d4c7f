package io.healthconnect.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A minimal Socket.IO client. Events are queued until a test requests them. */
final class SocketIoClient implements PacketLine.Receiver, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE_SECONDS = 60;

  /** An event as received. */
  record Event(String name, JsonNode payload, String offset) {}

  private final CompletableFuture<JsonNode> admitted = new CompletableFuture<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Map<Integer, CompletableFuture<JsonNode>> acks = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<String, Object> auth;
  private final PacketLine.Transport transport;
  private final PacketLine line;
  private volatile String offset = "";

  private SocketIoClient(URI base, PacketLine.Transport transport, Map<String, Object> auth)
      throws Exception {
    this.auth = auth;
    this.transport = transport;
    this.line = transport.open(base, this);
  }

  /** A client over a WebSocket. */
  static SocketIoClient connect(URI base, String token) throws Exception {
    return admitted(base, WebSocketLine::open, Map.of("token", token));
  }

  /** A client over a WebSocket that can recover its connection. */
  static SocketIoClient recoverable(URI base, String token) throws Exception {
    return recoverable(base, WebSocketLine::open, token);
  }

  /** A client that can recover its connection. */
  static SocketIoClient recoverable(URI base, PacketLine.Transport transport, String token)
      throws Exception {
    SocketIoClient client = admitted(base, transport, Map.of("token", token, "recovery", true));
    client.next("online-users");
    return client;
  }

  /** Recovers the connection, at any node. */
  SocketIoClient comeBack(URI base) throws Exception {
    Map<String, Object> former = new HashMap<>(auth);
    former.put("pid", pid());
    former.put("offset", offset);
    return admitted(base, transport, former);
  }

  private static SocketIoClient admitted(
      URI base, PacketLine.Transport transport, Map<String, Object> auth) throws Exception {
    SocketIoClient client = new SocketIoClient(base, transport, auth);
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
    line.send(packet).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return ack.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
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
  public void closed(int code) {
    closed.complete(code);
  }

  @Override
  public void failed(Throwable cause) {
    closed.completeExceptionally(cause);
  }

  @Override
  public void received(PacketLine from, String packet) {
    try {
      if (packet.startsWith("0")) {
        from.send("40" + JSON.writeValueAsString(auth));
      } else if (packet.equals("2")) {
        from.send("3");
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
    line.close();
  }
}
