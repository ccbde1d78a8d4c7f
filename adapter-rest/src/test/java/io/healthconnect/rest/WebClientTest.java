package io.healthconnect.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.rest.site.WebClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The folder {@code web-sample} of the test resources stands for a built client. */
class WebClientTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String BROWSER = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8";
  private static final String SECRET = "a secret beside the files";

  private final TestServer server =
      new TestServer(RestSettings.local(0), WebClient.load("/web-sample"));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everyAddressOfAPageGivesTheStartPage() throws Exception {
    for (String path : List.of("/", "/doctors", "/visits/abc", "/messages/x?y=z", "/index.html")) {
      HttpResponse<byte[]> answer = get(path, "Accept", BROWSER);
      assertEquals(200, answer.statusCode(), path);
      assertEquals("text/html;charset=utf-8", header(answer, "Content-Type"));
      assertEquals("no-cache", header(answer, "Cache-Control"));
      assertTrue(text(answer).contains("the start page"), path);
    }
  }

  @Test
  void whatIsNoPageIsNotFound() throws Exception {
    for (String path :
        List.of(
            "/api/nothing", "/api", "/health/nothing", "/assets/gone.js", "/files.txt", "/a.php")) {
      HttpResponse<byte[]> answer = get(path, "Accept", BROWSER);
      assertEquals(404, answer.statusCode(), path);
      assertEquals("application/problem+json", header(answer, "Content-Type"));
    }
    assertEquals(404, get("/doctors", "Accept", "application/json").statusCode());
    assertEquals(404, get("/doctors", "Accept", "text/html;q=0").statusCode());
  }

  @Test
  void hashedFilesAreKeptForEverAndComeCompressed() throws Exception {
    HttpResponse<byte[]> plain = get("/assets/app-1.js");
    assertEquals("public, max-age=31536000, immutable", header(plain, "Cache-Control"));
    assertEquals("text/javascript; charset=utf-8", header(plain, "Content-Type"));
    assertEquals("", header(plain, "Content-Encoding"));
    HttpResponse<byte[]> packed = get("/assets/app-1.js", "Accept-Encoding", "br;q=0, gzip");
    assertEquals("gzip", header(packed, "Content-Encoding"));
    assertTrue(packed.headers().allValues("Vary").toString().contains("Accept-Encoding"));
    try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertEquals(text(plain), new String(unpacked.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertFalse(header(plain, "ETag").equals(header(packed, "ETag")));
    assertEquals(304, get("/assets/app-1.js", "If-None-Match", header(plain, "ETag")).statusCode());
  }

  @Test
  void everyReplyHasThePolicy() throws Exception {
    String expected =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src"
            + " 'self' blob:; connect-src 'self' ws://127.0.0.1:%d; font-src 'self'; manifest-src"
            + " 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'; require-trusted-types-for 'script'";
    for (String path : List.of("/", "/doctors", "/assets/app-1.js", "/gone.js", "/api/doctors")) {
      HttpResponse<byte[]> answer = get(path, "Accept", BROWSER);
      assertEquals(
          expected.formatted(server.server.port()), header(answer, "Content-Security-Policy"));
      assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
      assertEquals("no-referrer", header(answer, "Referrer-Policy"));
      assertEquals("same-origin", header(answer, "Cross-Origin-Opener-Policy"));
      assertEquals("same-origin", header(answer, "Cross-Origin-Resource-Policy"));
    }
  }

  /** {@code web-sample-secret.txt} and {@code files.txt} lie in reach and are not listed. */
  @Test
  void noPathLeadsOutOfTheFolder() throws Exception {
    int tried = 0;
    for (String path : climbingPaths()) {
      String reply = raw(path);
      assertTrue(reply.startsWith("HTTP/1.1 400") || reply.startsWith("HTTP/1.1 404"), path);
      assertFalse(reply.contains(SECRET), path);
      tried++;
    }
    assertEquals(312, tried);
  }

  private static List<String> climbingPaths() {
    List<String> paths = new ArrayList<>();
    List<String> ups =
        List.of(
            "../",
            "..%2f",
            "%2e%2e/",
            "%2e%2e%2f",
            ".%2e/",
            "%2e./",
            "..\\",
            "..%5c",
            "....//",
            "..;/",
            "..%00/",
            "%252e%252e%252f",
            "..%c0%af",
            "%c0%ae%c0%ae/",
            "..%u2215",
            "//../",
            "/./../",
            "..%ef%bc%8f",
            "%uff0e%uff0e/",
            "..%0d/",
            "..%09/",
            "~/../",
            ".../",
            "..#/",
            "..?/",
            "..%3f/");
    for (String start : List.of("/", "/assets/", "/web-sample/")) {
      for (String up : ups) {
        for (String target : List.of("web-sample-secret.txt", "files.txt")) {
          paths.add(start + up + target);
          paths.add(start + up + up + target);
        }
      }
    }
    return paths;
  }

  /** Sends the path as it is; clients of the library would tidy it first. */
  private String raw(String path) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.server.port())) {
      String head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.server.port() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
