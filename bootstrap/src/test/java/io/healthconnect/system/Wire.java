package io.healthconnect.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Requests that are put together by hand. */
final class Wire {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * What came back.
   *
   * @param outcome the status and the code of the error
   */
  record Answer(String outcome, JsonNode body) {
    boolean isDone() {
      return outcome.startsWith("2") || outcome.equals("ok");
    }

    /** Whether some text of the body is exactly this. */
    boolean says(String text) {
      return says(body, text);
    }

    private static boolean says(JsonNode node, String text) {
      if (node.isTextual()) {
        return node.asText().equals(text);
      }
      for (JsonNode part : node) {
        if (says(part, text)) {
          return true;
        }
      }
      return false;
    }
  }

  private Wire() {}

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static Answer send(URI uri, String method, Map<String, String> headers, String body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::header);
    HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
    String type = response.headers().firstValue("Content-Type").orElse("");
    JsonNode read = JSON.readTree(type.contains("json") ? response.body() : "null");
    return new Answer((response.statusCode() + " " + read.path("code").asText("")).strip(), read);
  }
}
