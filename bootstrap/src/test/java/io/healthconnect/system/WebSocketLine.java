package io.healthconnect.system;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A line over a WebSocket. */
final class WebSocketLine implements PacketLine, WebSocket.Listener {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Receiver receiver;
  private final StringBuilder part = new StringBuilder();
  private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();
  private CompletableFuture<?> sending = socket;

  private WebSocketLine(Receiver receiver) {
    this.receiver = receiver;
  }

  static PacketLine open(URI base, Receiver receiver) {
    URI uri = URI.create("ws://" + base.getAuthority() + "/socket.io/?EIO=4&transport=websocket");
    WebSocketLine line = new WebSocketLine(receiver);
    HTTP.newWebSocketBuilder().buildAsync(uri, line).join();
    return line;
  }

  @Override
  public void onOpen(WebSocket opened) {
    socket.complete(opened);
    opened.request(1);
  }

  /** A socket sends one text at a time. */
  @Override
  public synchronized CompletableFuture<?> send(String packet) {
    sending =
        sending
            .handle((sent, failure) -> socket.join())
            .thenCompose(free -> free.sendText(packet, true));
    return sending;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      String packet = part.toString();
      part.setLength(0);
      receiver.received(this, packet);
    }
    from.request(1);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    receiver.closed(code);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    receiver.failed(error);
  }

  @Override
  public void close() {
    socket.join().abort();
  }
}
