package io.healthconnect.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;

/** A client of the API over real HTTP, signed in by bearer token. */
final class Client {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final int port;
  private String token = "";
  private String id = "";

  Client(int port) {
    this.port = port;
  }

  /** What came back. */
  record Answer(HttpResponse<byte[]> response) {
    int status() {
      return response.statusCode();
    }

    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    String code() {
      return json().path("code").asText();
    }

    Answer expect(int status) {
      assertEquals(status, status(), this::text);
      return this;
    }

    Answer expect(int status, String code) {
      expect(status);
      assertEquals(code, code());
      assertEquals("application/problem+json", header("Content-Type"));
      return this;
    }
  }

  String id() {
    return id;
  }

  String token() {
    return token;
  }

  Client withToken(String newToken) {
    token = newToken;
    return this;
  }

  Answer signUp(String body) {
    Answer answer = post("/api/auth/signup", body).expect(200);
    id = answer.json().at("/user/id").asText();
    token = answer.header("Set-Cookie").replaceAll("^[^=]*=", "").replaceAll(";.*", "");
    return answer;
  }

  Answer get(String path) {
    return send("GET", path, null);
  }

  Answer post(String path, String body) {
    return send("POST", path, body);
  }

  Answer put(String path, String body) {
    return send("PUT", path, body);
  }

  Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /** Sends JSON when there is a body, the token when there is one, and further headers. */
  Answer send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request = builder(path);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    Answer answer =
        send(
            request.method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body)));
    pattern(method, path).ifPresent(found -> OpenApiContract.check(method, found, answer));
    return answer;
  }

  /** The described route that a request goes to; one without variables goes first. */
  private static Optional<String> pattern(String method, String path) {
    String plain = path.replaceAll("\\?.*", "");
    return OpenApiContract.operations().stream()
        .filter(operation -> operation.startsWith(method + " "))
        .map(operation -> operation.substring(method.length() + 1))
        .filter(pattern -> plain.matches(pattern.replaceAll("\\{\\w+}", "[^/]+")))
        .min(Comparator.comparing(pattern -> pattern.contains("{")));
  }

  HttpRequest.Builder builder(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
