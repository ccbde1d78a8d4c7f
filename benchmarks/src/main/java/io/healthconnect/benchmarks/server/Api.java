package io.healthconnect.benchmarks.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The REST API for clients without a browser: keep-alive, HTTP/1.1, no retries of writes. */
public final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TOKEN = Pattern.compile("^token=([^;]+)");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI base;

  public Api(URI base) {
    this.base = base;
  }

  /**
   * @param body the parsed JSON, or a missing node
   * @param token the session's token, if the reply set a cookie
   * @param retryAfter the seconds after which to retry, or an empty text
   */
  public record Reply(int status, JsonNode body, Optional<String> token, String retryAfter) {
    /**
     * @throws IOException if the status differs
     */
    public Reply expect(int expected) throws IOException {
      if (status != expected) {
        throw new IOException("expected " + expected + " but got " + status + ": " + body);
      }
      return this;
    }
  }

  public Reply get(String path, String token) throws IOException, InterruptedException {
    return send(request(path, token).GET());
  }

  public Reply post(String path, String token, Map<String, ?> body)
      throws IOException, InterruptedException {
    return send(request(path, token).POST(json(body)));
  }

  /**
   * @param key an {@code Idempotency-Key}, with which the same request may be sent again
   */
  public Reply post(String path, String token, Map<String, ?> body, String key)
      throws IOException, InterruptedException {
    return send(request(path, token).header("Idempotency-Key", key).POST(json(body)));
  }

  public Reply put(String path, String token, Map<String, ?> body)
      throws IOException, InterruptedException {
    return send(request(path, token).PUT(json(body)));
  }

  public Reply put(String path, String token, ImageForm form)
      throws IOException, InterruptedException {
    return send(
        request(path, token)
            .setHeader("Content-Type", ImageForm.CONTENT_TYPE)
            .PUT(BodyPublishers.ofByteArray(form.bytes())));
  }

  private HttpRequest.Builder request(String path, String token) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(20));
    return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
  }

  private static HttpRequest.BodyPublisher json(Map<String, ?> body) throws IOException {
    return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
  }

  private Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
    JsonNode body =
        response.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(response.body());
    String retryAfter = response.headers().firstValue("Retry-After").orElse("");
    return new Reply(response.statusCode(), body, tokenOf(response), retryAfter);
  }

  private static Optional<String> tokenOf(HttpResponse<?> response) {
    return response.headers().allValues("set-cookie").stream()
        .map(TOKEN::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }
}
