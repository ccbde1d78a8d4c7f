package io.healthconnect.benchmarks.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.healthconnect.benchmarks.cluster.Node;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.SignalingSocket;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The doctor's side of a conversation, as a client shows it: it shows the messages that its socket
 * delivers, except for numbers it already has; after a lost connection it reconnects and reads what
 * is missing. Everything happens on one thread.
 */
final class Inbox implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MESSAGE = "42[\"newMessage\"";
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final HttpClient http;
  private final Node node;
  private final Pair pair;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Shown shown = new Shown();

  // Guarded by this.
  private final List<String> remarks = new ArrayList<>();
  private int reconnects;
  private boolean closed;

  private volatile SignalingSocket socket;

  Inbox(HttpClient http, Node node, Pair pair) throws IOException, InterruptedException {
    this.http = http;
    this.node = node;
    this.pair = pair;
    this.socket = connect();
  }

  private SignalingSocket connect() throws IOException, InterruptedException {
    SignalingSocket connected =
        SignalingSocket.connect(http, node.base(), pair.doctor().token(), this::take);
    var unused = connected.closed().thenAccept(why -> submit(this::reconnect));
    return connected;
  }

  private boolean take(String packet) {
    long now = System.nanoTime();
    boolean message = packet.startsWith(MESSAGE);
    if (message) {
      submit(() -> show(JSON.readTree(packet.substring(2)).at("/1/message"), now, true));
    }
    return message;
  }

  private interface Step {
    void run() throws IOException, InterruptedException;
  }

  private synchronized void submit(Step step) {
    if (!closed) {
      thread.execute(
          () -> {
            try {
              step.run();
            } catch (IOException e) {
              remark("the client failed: " + e);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    }
  }

  private void show(JsonNode message, long arrivedAt, boolean live) {
    shown.take(message.path("seq").asLong(), message.path("clientId").asText(), arrivedAt, live);
  }

  private void reconnect() throws InterruptedException {
    synchronized (this) {
      reconnects++;
    }
    while (!isClosed()) {
      try {
        socket = connect();
        readWhatIsLacking();
        return;
      } catch (IOException e) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private void readWhatIsLacking() throws IOException, InterruptedException {
    JsonNode page;
    do {
      String path = "/api/messages/" + pair.patient().id() + "?limit=100&after=" + shown.last();
      Api.Reply reply = node.api().get(path, pair.doctor().token()).expect(200);
      page = reply.body().path("messages");
      page.forEach(message -> show(message, System.nanoTime(), false));
    } while (!page.isEmpty());
  }

  private synchronized void remark(String line) {
    remarks.add(line);
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  Shown shown() {
    return shown;
  }

  /** The failures of the client. */
  synchronized List<String> remarks() {
    return List.copyOf(remarks);
  }

  synchronized int reconnects() {
    return reconnects;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    socket.close();
    thread.shutdownNow();
  }
}
