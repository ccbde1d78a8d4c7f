package io.healthconnect.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.system.Operators.Payload;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Text that would be more than text to a database, a log, or whatever fetches addresses, in every
 * place of every operation and event where a value goes in, against the runnable jar on SQLite.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class HostileTextIT {
  private static final List<String> SQL =
      List.of(
          "' OR '1'='1",
          "' OR 1=1 --",
          "\" OR \"\"=\"",
          "') OR ('1'='1",
          "1; DROP TABLE account; --",
          "'; DELETE FROM message; --",
          "' UNION SELECT * FROM credential --",
          "zqx' AND 1=(SELECT count(*) FROM sqlite_master) --",
          "'||(SELECT hex(randomblob(1000000)))||'",
          "' AND randomblob(100000000) --",
          "' ATTACH DATABASE '/tmp/x' AS x --",
          "zqx%' ESCAPE '",
          "%",
          "_%",
          "\\",
          "''",
          "?98765",
          ":id",
          "@id",
          "zqx/**/OR/**/1=1");

  /** A line of the log as it begins, or one of a stack that belongs to it. */
  private static final Pattern LINE =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z (TRACE|DEBUG|INFO |WARN |ERROR) .*|\\s.*|");

  private static final String FORGED = "2026-01-01T00:00:00.000Z ERROR Forged";

  @TempDir static Path folder;

  private final AtomicInteger fetched = new AtomicInteger();
  private ServerSocket canary;
  private RunnableJar jar;
  private ServerProcess server;
  private OperatorInputs inputs;

  @BeforeAll
  void start() throws Exception {
    canary = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread counting = new Thread(this::count, "canary");
    counting.setDaemon(true);
    counting.start();
    jar = RunnableJar.in(folder);
    Map<String, String> settings = new HashMap<>(RunnableJar.withoutRates());
    settings.put("PUBLIC_URL", "http://127.0.0.1:" + jar.port());
    server = jar.start(settings);
    inputs = OperatorInputs.at(server.base(), Command.admin(jar, server.base(), settings));
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
    canary.close();
  }

  private void count() {
    while (!canary.isClosed()) {
      try (Socket fetching = canary.accept()) {
        fetched.incrementAndGet();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static List<Payload> payloads(List<String> texts) {
    return texts.stream().map(text -> new Payload(1, "x", TextNode.valueOf(text), text)).toList();
  }

  private List<String> everywhere(List<String> texts) throws Exception {
    List<Payload> payloads = payloads(texts);
    List<String> wrong = Controls.together(inputs.reads(), turn -> payloads);
    wrong.addAll(Controls.together(inputs.writes(), turn -> payloads));
    return wrong;
  }

  /** I-06: The first, because the others leave names behind that a search would find. */
  @Test
  void i06NoTextIsPartOfAStatement() throws Exception {
    List<String> wrong = everywhere(SQL);
    assertEquals(List.of(), wrong);
    assertEquals(200, new Api(server.base()).get("/api/doctors", "").status());
  }

  /** I-07. */
  @Test
  void i07OneEventIsOneLineOfTheLog() throws Exception {
    List<String> texts =
        List.of(
            "x\r\n" + FORGED,
            "x\n" + FORGED,
            "x\r" + FORGED,
            "x\u0085" + FORGED,
            "x\u2028" + FORGED,
            "\u001b[31mred\u001b[0m",
            "\u001b]0;title\u0007",
            "\b\b\bx",
            "${jndi:ldap://127.0.0.1:%d/x}".formatted(canary.getLocalPort()),
            "%0d%0a" + FORGED,
            "%msg%n");
    var unused = everywhere(texts);
    byLine(texts);
    List<String> bad = new ArrayList<>();
    for (String line : log()) {
      boolean control = line.chars().anyMatch(c -> c != '\t' && Character.isISOControl(c));
      if (control || !LINE.matcher(line).matches() || line.startsWith(FORGED)) {
        bad.add(line);
      }
    }
    assertEquals(List.of(), bad);
    assertEquals(0, fetched.get());
  }

  /** The lines after the last one of the greeting, which is no log. */
  private List<String> log() throws IOException {
    String all = Files.readString(folder.resolve("server.log"));
    List<String> lines = List.of(all.split("\n", -1));
    return lines.subList(lines.indexOf("Stop with Ctrl-C.") + 1, lines.size());
  }

  /** As an HTTP client would not send it: in each header, the path, and the name of a file. */
  private void byLine(List<String> texts) throws IOException {
    for (String text : texts) {
      for (String header :
          "Host User-Agent Origin Referer X-Forwarded-For X-Request-Id Cookie Accept If-Match"
              .split(" ")) {
        String host = header.equals("Host") ? "" : "Host: 127.0.0.1\r\n";
        raw("GET /api/auth/me HTTP/1.1\r\n" + host + header + ": " + text + "\r\n\r\n");
        raw("GET /socket.io/?EIO=4 HTTP/1.1\r\n" + host + header + ": " + text + "\r\n\r\n");
      }
      for (String second : List.of("Host", "Content-Length", "Origin", "Transfer-Encoding")) {
        raw(
            "GET /api/auth/me HTTP/1.1\r\nHost: 127.0.0.1\r\n%1$s: 1\r\n%1$s: %2$s\r\n\r\n"
                .formatted(second, text));
      }
      raw("GET /" + text + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
      raw("GET /?x=" + text + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
      raw(text + " / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
      String form =
          "--b\r\nContent-Disposition: form-data; name=\"image\"; filename=\"%s\"\r\n\r\nx\r\n--b--"
              .formatted(text);
      raw(
          ("PUT /api/me/avatar HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: %d\r\n"
                  + "Content-Type: multipart/form-data; boundary=b\r\n\r\n%s")
              .formatted(form.getBytes(UTF_8).length, form));
    }
  }

  private void raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", jar.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    } catch (SocketException reset) {
      // Refused before all of it was read.
    }
  }

  /** I-10. */
  @Test
  void i10NothingIsFetched() throws Exception {
    String host = "127.0.0.1:" + canary.getLocalPort();
    List<String> texts =
        Stream.of(
                "http://%s/x.png",
                "https://%s/x.png",
                "//%s/x.png",
                "ldap://%s/x",
                "ftp://%s/x",
                "mongodb://%s/x",
                "file://%s/x",
                "gopher://%s/x",
                "${jndi:ldap://%s/x}",
                "<img src=http://%s/x>",
                "![x](http://%s/x)",
                "[x](http://%s/x)",
                "@import url(http://%s/x)",
                "<!DOCTYPE x SYSTEM \"http://%s/x\">",
                "stun:%s",
                "turn:%s")
            .map(text -> text.formatted(host))
            .toList();
    var unused = everywhere(texts);
    for (String header : "Host Origin Referer X-Forwarded-Host Forwarded Via".split(" ")) {
      String value = header.equals("Origin") || header.equals("Referer") ? "http://" + host : host;
      String named = header.equals("Host") ? "" : "Host: 127.0.0.1\r\n";
      raw("GET /api/doctors HTTP/1.1\r\n" + named + header + ": " + value + "\r\n\r\n");
    }
    raw("GET http://" + host + "/ HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    raw("CONNECT " + host + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    assertEquals(0, fetched.get());
    // A connection is counted.
    new Socket("127.0.0.1", canary.getLocalPort()).close();
    long since = System.nanoTime();
    while (fetched.get() == 0 && System.nanoTime() - since < 10_000_000_000L) {
      Thread.onSpinWait();
    }
    assertEquals(1, fetched.getAndSet(0));
  }

  /** N-04. */
  @Test
  void n04WhatIsLoggedIsNoMoreThanTwiceWhatWasSent() throws Exception {
    long before = Files.size(folder.resolve("server.log"));
    long sent = 0;
    String junk = "x".repeat(300);
    for (int i = 0; i < 300; i++) {
      for (String request :
          List.of(
              "GET /api/doctors?limit=1e9 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
              "GET /" + junk + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
              "GET /socket.io/?EIO=9 HTTP/1.1\r\n"
                  + "Host: 127.0.0.1\r\n"
                  + "Origin: http://e.example\r\n\r\n",
              "GET /%zz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
              "POST /api/auth/login HTTP/1.1\r\n"
                  + "Host: 127.0.0.1\r\n"
                  + "Content-Type: application/json\r\n"
                  + "Content-Length: 1\r\n\r\n"
                  + "{",
              "X / HTTP/1.1\r\n\r\n",
              "PUT /api/me/avatar HTTP/1.1\r\n"
                  + "Host: 127.0.0.1\r\n"
                  + "Content-Length: 99999999\r\n\r\n")) {
        raw(request);
        sent += request.length();
      }
    }
    long logged = Files.size(folder.resolve("server.log")) - before;
    assertTrue(logged <= 2 * sent, "logged " + logged + " of " + sent);
  }
}
