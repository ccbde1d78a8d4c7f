package io.healthconnect.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** A line over long-polling, which is never upgraded. */
final class PollingLine implements PacketLine {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String SEPARATOR = "\u001e";

  private final URI session;
  private final Receiver receiver;
  private final Thread poller = new Thread(this::poll, "poller");
  private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
  private volatile boolean open = true;

  private PollingLine(URI session, Receiver receiver) {
    this.session = session;
    this.receiver = receiver;
  }

  static PacketLine open(URI base, Receiver receiver) throws IOException, InterruptedException {
    URI handshake = base.resolve("/socket.io/?EIO=4&transport=polling");
    String greeting = get(handshake);
    String sid = greeting.replaceFirst("^0\\{\"sid\":\"([^\"]+)\".*$", "$1");
    PollingLine line = new PollingLine(URI.create(handshake + "&sid=" + sid), receiver);
    receiver.received(line, greeting);
    line.poller.setDaemon(true);
    line.poller.start();
    return line;
  }

  private static String get(URI uri) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    return body(HTTP.send(request, BodyHandlers.ofString()));
  }

  private static String body(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
    return response.body();
  }

  private void poll() {
    try {
      while (open) {
        for (String packet : get(session).split(SEPARATOR)) {
          receiver.received(this, packet);
        }
      }
    } catch (IOException | InterruptedException | IllegalStateException end) {
      receiver.failed(end);
    }
  }

  @Override
  public synchronized CompletableFuture<?> send(String packet) {
    HttpRequest request =
        HttpRequest.newBuilder(session).POST(BodyPublishers.ofString(packet)).build();
    sending =
        sending
            .handle((sent, failure) -> request)
            .thenCompose(next -> HTTP.sendAsync(next, BodyHandlers.ofString()))
            .thenApply(PollingLine::body);
    return sending;
  }

  @Override
  public void close() {
    open = false;
    poller.interrupt();
  }
}
