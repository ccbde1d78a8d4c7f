package io.healthconnect.rest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.rest.RestSettings;
import io.healthconnect.rest.rig.TestServer;
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

/** The folder {@code web-sample} of the test resources stands in for a built client. */
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
  void unknownPagesAreNotFound() throws Exception {
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
  void pagesOfTheServerStayItsOwn() throws Exception {
    HttpResponse<byte[]> docs = get("/docs", "Accept", BROWSER);
    assertEquals(200, docs.statusCode());
    assertTrue(text(docs).contains("/api/auth/login"));
    assertFalse(text(docs).contains("the start page"));
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

  /** The dates in a reproducible jar are all the same, and so tell nothing of a file. */
  @Test
  void filesAreKnownByTheirTagsAlone() throws Exception {
    HttpResponse<byte[]> first = get("/doctors", "Accept", BROWSER);
    assertEquals("\"t1\"", header(first, "ETag"));
    assertEquals("", header(first, "Last-Modified"));
    for (String known : List.of("\"t1\"", "W/\"t1\"", "\"t0\", \"t1--gzip\"", "\"t1-br\"", "*")) {
      HttpResponse<byte[]> again = get("/doctors", "Accept", BROWSER, "If-None-Match", known);
      assertEquals(304, again.statusCode(), known);
      assertEquals("\"t1\"", header(again, "ETag"));
      assertEquals("no-cache", header(again, "Cache-Control"));
      assertEquals("Origin, Accept, Accept-Encoding", header(again, "Vary"));
      assertEquals(0, again.body().length);
    }
    for (String other : List.of("\"t2\"", "t1", "\"t1-zip\"")) {
      assertEquals(200, get("/", "If-None-Match", other).statusCode(), other);
    }
    String later = "Fri, 01 Jan 2100 00:00:00 GMT";
    assertEquals(200, get("/", "If-Modified-Since", later).statusCode());
    String before = "Sat, 01 Jan 2000 00:00:00 GMT";
    assertEquals(200, get("/", "If-Unmodified-Since", before).statusCode());
  }

  @Test
  void filesComeAsAWholeAndAreNotListed() throws Exception {
    HttpResponse<byte[]> whole = get("/assets/app-1.js", "Range", "bytes=0-3");
    assertEquals(200, whole.statusCode());
    assertEquals("none", header(whole, "Accept-Ranges"));
    assertEquals(String.valueOf(whole.body().length), header(whole, "Content-Length"));
    assertEquals(404, get("/assets/app-1.js.gz").statusCode());
    assertEquals(404, get("/assets/").statusCode());
    assertEquals(404, get("/assets").statusCode());
    assertEquals(404, get("/assets/app-1.js/").statusCode());
  }

  @Test
  void headGivesTheHeadersOfGet() throws Exception {
    for (String path : List.of("/", "/assets/app-1.js")) {
      HttpResponse<byte[]> got = get(path, "Accept-Encoding", "gzip");
      HttpResponse<byte[]> head =
          HTTP.send(
              request(path, "Accept-Encoding", "gzip")
                  .method("HEAD", HttpRequest.BodyPublishers.noBody())
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertEquals(200, head.statusCode());
      assertEquals(0, head.body().length);
      for (String name :
          List.of("Content-Length", "Content-Type", "Content-Encoding", "ETag", "Vary")) {
        assertEquals(header(got, name), header(head, name), name);
      }
    }
  }

  @Test
  void filesAreOnlyRead() throws Exception {
    for (String method : List.of("POST", "PUT", "DELETE")) {
      HttpRequest change =
          request("/assets/app-1.js").method(method, HttpRequest.BodyPublishers.noBody()).build();
      HttpResponse<byte[]> refused = HTTP.send(change, HttpResponse.BodyHandlers.ofByteArray());
      assertEquals(404, refused.statusCode(), method);
      assertEquals("application/problem+json", header(refused, "Content-Type"));
    }
    HttpRequest start =
        request("/", "Accept", BROWSER).POST(HttpRequest.BodyPublishers.noBody()).build();
    HttpResponse<byte[]> refused = HTTP.send(start, HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(405, refused.statusCode());
    assertEquals("GET, HEAD", header(refused, "Allow"));
  }

  /** B-02. */
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

  /** I-09: {@code web-sample-secret.txt} and {@code files.txt} are within reach but not listed. */
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

  /** Sends the path unchanged; HTTP clients would normalise it first. */
  private String raw(String path) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.server.port())) {
      String head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    return HTTP.send(request(path, headers).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.server.port() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request;
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
