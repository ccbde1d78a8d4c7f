package io.healthconnect.cloudinary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

/** Fetches URLs as a browser would. */
final class Browser {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Browser() {}

  /** The bytes, or empty if the status is not 200. */
  static Optional<byte[]> get(URI url) {
    HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(url).build());
    return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
  }

  static HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
