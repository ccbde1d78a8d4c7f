package io.healthconnect.system;

import io.healthconnect.images.Pictures;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;

/** A photo as people send it, and how it is fetched. */
final class Photos {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Photos() {}

  static String dataUrl() {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(Pictures.png());
  }

  /**
   * @param token of the session; empty for nobody
   */
  static HttpResponse<byte[]> get(URI url, String token) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(url);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
