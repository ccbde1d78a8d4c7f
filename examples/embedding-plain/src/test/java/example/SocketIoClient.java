package example;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A minimal Socket.IO client for tests; any standard client does the same. */
final class SocketIoClient implements WebSocket.Listener, AutoCloseable {
  private final BlockingQueue<String> packets = new LinkedBlockingQueue<>();
  private final StringBuilder message = new StringBuilder();
  private final WebSocket socket;

  SocketIoClient(int port, String token) throws InterruptedException {
    URI address = URI.create("ws://localhost:" + port + "/socket.io/?EIO=4&transport=websocket");
    socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, this).join();
    next("0{");
    send("40{\"token\":\"" + token + "\"}");
    next("40{");
  }

  /** Sends an event that requests ack 1. */
  void emit(String event, String payload) {
    send("421[\"" + event + "\"," + payload + "]");
  }

  /** The next packet with this beginning; others are dropped. */
  String next(String beginning) throws InterruptedException {
    for (String packet = poll(); packet != null; packet = poll()) {
      if (packet.startsWith(beginning)) {
        return packet;
      }
    }
    throw new AssertionError("no packet " + beginning + " within 10 seconds");
  }

  private String poll() throws InterruptedException {
    return packets.poll(10, TimeUnit.SECONDS);
  }

  private void send(String packet) {
    socket.sendText(packet, true).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    message.append(part);
    if (last) {
      packets.add(message.toString());
      message.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public void close() {
    socket.abort();
  }
}
