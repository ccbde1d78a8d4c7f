package io.healthconnect.benchmarks.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A Socket.IO v5 client with just enough for these runs: CONNECT, pings, events, acks. */
public final class SignalingSocket implements WebSocket.Listener {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CLOSED = "closed ";

  private final BlockingQueue<String> packets = new LinkedBlockingQueue<>();
  private final Predicate<String> taken;
  private final CompletableFuture<String> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private CompletableFuture<?> lastSend = CompletableFuture.completedFuture(null);
  private volatile @Nullable WebSocket webSocket;
  private int ackId;

  private SignalingSocket(Predicate<String> taken) {
    this.taken = taken;
  }

  /**
   * Opens a socket and connects with this token.
   *
   * @param taken is called with each packet except pings, on the socket's thread; packets that it
   *     takes are not kept for {@link #event}
   * @throws IOException if there is no connection, or the server refuses or closes it
   */
  public static SignalingSocket connect(
      HttpClient http, URI base, String token, Predicate<String> taken)
      throws IOException, InterruptedException {
    return connect(http, base, Map.of("token", token), taken);
  }

  /** Like the other, with all that the client says in its CONNECT. */
  public static SignalingSocket connect(
      HttpClient http, URI base, Map<String, ?> auth, Predicate<String> taken)
      throws IOException, InterruptedException {
    SignalingSocket socket = new SignalingSocket(taken);
    URI uri = URI.create("ws://" + base.getAuthority() + "/socket.io/?EIO=4&transport=websocket");
    try {
      socket.webSocket =
          http.newWebSocketBuilder()
              .header("Origin", base.toString())
              .buildAsync(uri, socket)
              .join();
    } catch (CompletionException e) {
      throw new IOException("no socket at " + base, e);
    }
    socket.await("0");
    socket.send("40" + JSON.writeValueAsString(auth));
    socket.await("40");
    return socket;
  }

  /** Sends an event and waits for its ack. */
  public JsonNode request(String event, Map<String, ?> body)
      throws IOException, InterruptedException {
    int id = ackId++;
    send("42" + id + JSON.writeValueAsString(new Object[] {event, body}));
    String ack = await("43" + id + "[");
    JsonNode answer = JSON.readTree(ack.substring(ack.indexOf('['))).path(0);
    if (!answer.path("ok").asBoolean()) {
      throw new IOException(event + " was refused: " + answer);
    }
    return answer;
  }

  /** Waits for an event from the server and returns its body. */
  public JsonNode event(String name) throws IOException, InterruptedException {
    String head = "42[\"" + name + "\"";
    String packet = await(head);
    return JSON.readTree(packet.substring(2)).path(1);
  }

  /** Sends a packet once the previous one has been sent. */
  public synchronized void send(String packet) {
    WebSocket open = webSocket;
    if (open == null) {
      throw new IllegalStateException("not open");
    }
    lastSend = lastSend.thenCompose(done -> open.sendText(packet, true));
  }

  /** Why the socket is closed, once it is. */
  public CompletableFuture<String> closed() {
    return closed;
  }

  public void close() {
    WebSocket open = webSocket;
    if (open != null) {
      open.abort();
    }
  }

  private String await(String head) throws IOException, InterruptedException {
    while (true) {
      String packet = packets.poll(10, TimeUnit.SECONDS);
      if (packet == null) {
        throw new IOException("no packet that starts with " + head + " came");
      }
      if (packet.startsWith(head)) {
        return packet;
      }
      if (packet.startsWith("44") || packet.startsWith(CLOSED)) {
        throw new IOException("waited for " + head + ", got " + packet);
      }
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      received(partial.toString());
      partial.setLength(0);
    }
    socket.request(1);
    return null;
  }

  private void received(String packet) {
    if (packet.equals("2")) {
      send("3");
    } else if (!taken.test(packet)) {
      packets.add(packet);
    }
  }

  private void ended(String why) {
    packets.add(CLOSED + why);
    closed.complete(why);
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    ended(status + " " + reason);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    ended(error.toString());
  }
}
