package io.healthconnect.signaling.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client that speaks long-polling, one request at a time or several at once. */
public final class PollingClient {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");

  private final String base;
  private final String[] headers;
  private String sid = "";

  /**
   * @param headers names and values that every request carries
   */
  public PollingClient(int port, String... headers) {
    base = "http://127.0.0.1:" + port + "/socket.io/?EIO=4&transport=polling";
    this.headers = headers;
  }

  /** A client whose session is open. */
  public static PollingClient open(int port, String... headers) {
    PollingClient client = new PollingClient(port, headers);
    client.handshake();
    return client;
  }

  /** A client that is admitted to an account. */
  public static PollingClient connected(int port, String account) {
    PollingClient client = open(port);
    client.post("40{\"token\":\"token-" + account + "\"}");
    String answer = client.get().body();
    if (!answer.startsWith("40{")) {
      throw new AssertionError(answer);
    }
    return client;
  }

  /** Opens a session, and remembers its sid if the server accepts. */
  public HttpResponse<String> handshake() {
    HttpResponse<String> answer = get();
    Matcher found = SID.matcher(answer.body());
    sid = answer.statusCode() == 200 && found.find() ? found.group(1) : "";
    return answer;
  }

  /** Continues the session of another client. */
  public void resume(String other) {
    sid = other;
  }

  public String sid() {
    return sid;
  }

  public HttpResponse<String> get() {
    return send(request().GET().build());
  }

  public CompletableFuture<HttpResponse<String>> getLater() {
    return HTTP.sendAsync(request().GET().build(), BodyHandlers.ofString());
  }

  public HttpResponse<String> post(String body) {
    return method("POST", body);
  }

  public HttpResponse<String> method(String method, String body) {
    return send(request().method(method, HttpRequest.BodyPublishers.ofString(body)).build());
  }

  /** The packets of the next response. */
  public List<String> packets() {
    return List.of(get().body().split("\u001e"));
  }

  private HttpRequest.Builder request() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + (sid.isEmpty() ? "" : "&sid=" + sid)))
            .timeout(Duration.ofSeconds(60));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
