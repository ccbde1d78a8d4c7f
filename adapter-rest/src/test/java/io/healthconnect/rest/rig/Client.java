package io.healthconnect.rest.rig;

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

/** A client of the API over real HTTP, authenticated by a bearer token. */
public final class Client {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final int port;
  private String token = "";
  private String id = "";

  public Client(int port) {
    this.port = port;
  }

  /** A reply. */
  public record Answer(HttpResponse<byte[]> response) {
    public int status() {
      return response.statusCode();
    }

    public String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public String code() {
      return json().path("code").asText();
    }

    public Answer expect(int status) {
      assertEquals(status, status(), this::text);
      return this;
    }

    public Answer expect(int status, String code) {
      expect(status);
      assertEquals(code, code());
      assertEquals("application/problem+json", header("Content-Type"));
      return this;
    }
  }

  public String id() {
    return id;
  }

  public String token() {
    return token;
  }

  public Client withToken(String newToken) {
    token = newToken;
    return this;
  }

  public Answer signUp(String body) {
    Answer answer = post("/api/auth/signup", body).expect(200);
    id = answer.json().at("/user/id").asText();
    token = answer.header("Set-Cookie").replaceAll("^[^=]*=", "").replaceAll(";.*", "");
    return answer;
  }

  /** Logs in; the client then carries the token. */
  public Client logIn(String email, String password) {
    Answer answer =
        post("/api/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password))
            .expect(200);
    id = answer.json().at("/user/id").asText();
    token = answer.header("Set-Cookie").replaceAll("^[^=]*=", "").replaceAll(";.*", "");
    return this;
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, String body) {
    return send("POST", path, body);
  }

  public Answer put(String path, String body) {
    return send("PUT", path, body);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /** Sends JSON if there is a body, the token if there is one, and additional headers. */
  public Answer send(String method, String path, String body, String... headers) {
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

  /** The described route of a request; one without variables takes precedence. */
  private static Optional<String> pattern(String method, String path) {
    String plain = path.replaceAll("\\?.*", "");
    return OpenApiContract.operations().stream()
        .filter(operation -> operation.startsWith(method + " "))
        .map(operation -> operation.substring(method.length() + 1))
        .filter(pattern -> plain.matches(pattern.replaceAll("\\{\\w+}", "[^/]+")))
        .min(Comparator.comparing(pattern -> pattern.contains("{")));
  }

  public HttpRequest.Builder builder(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
