package io.healthconnect.rest.http.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * F-03: requests of which bytes were changed, left out, doubled, or joined with others. The
 * requests are those of a build; {@code -Dfuzz.http=100000} sends more.
 */
class HttpBytesFuzzTest {
  private static final int REQUESTS = Integer.getInteger("fuzz.http", 3_000);
  private static final long SEED = 20_260_303;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");
  private static final List<String> VALID =
      List.of(
          "GET /health/live HTTP/1.1~Host: 127.0.0.1~~",
          "GET /api/doctors?q=x&limit=2 HTTP/1.1~Host: 127.0.0.1~Accept: text/html;q=0.9~~",
          "GET /api/auth/me HTTP/1.1~Host: 127.0.0.1~Cookie: a=\"b\"; token=t.s.patient.x~~",
          "POST /api/auth/login HTTP/1.1~Host: 127.0.0.1~Content-Type: application/json~"
              + "Content-Length: 2~~{}",
          "POST /api/auth/login HTTP/1.1~Host: 127.0.0.1~Content-Type: application/json~"
              + "Transfer-Encoding: chunked~~2~{}~0~~",
          "PUT /api/me/avatar HTTP/1.1~Host: 127.0.0.1~Content-Length: 9~"
              + "Content-Type: multipart/form-data; boundary=b~~--b~~--b--",
          "OPTIONS /api/doctors HTTP/1.1~Host: 127.0.0.1~Origin: http://x.example~~",
          "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1~Host: 127.0.0.1~"
              + "Upgrade: websocket~Connection: Upgrade~~",
          "GET /docs HTTP/1.1~Host: 127.0.0.1~If-None-Match: W/\"1\", *~Range: bytes=0-1~~");

  private final SplittableRandom random = new SplittableRandom(SEED);

  @Test
  void f03NoBytesAreAFailureOfTheServer() throws IOException {
    AtomicInteger uncaught = new AtomicInteger();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.incrementAndGet());
    int answered = 0;
    try (TestServer server = new TestServer()) {
      Client honest = server.client();
      for (int i = 0; i < REQUESTS; i++) {
        byte[] request = request();
        Matcher status = STATUS.matcher(answer(server, request));
        while (status.find()) {
          answered++;
          String got = status.group(1);
          // 501 and 505 say that the request is not of this protocol.
          boolean failed = got.startsWith("5") && !got.equals("501") && !got.equals("505");
          assertTrue(!failed, () -> got + " seed " + SEED + ": " + new String(request, ISO_8859_1));
        }
        if (i % 100 == 0) {
          honest.get("/health/ready").expect(200);
        }
      }
      honest.get("/health/ready").expect(200);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertEquals(0, uncaught.get(), () -> "seed " + SEED);
    assertTrue(answered > REQUESTS / 2, "answered " + answered);
  }

  private static String answer(TestServer server, byte[] request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.server.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (SocketException reset) {
      return "";
    }
  }

  private byte[] request() {
    byte[] bytes = valid();
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes =
          switch (random.nextInt(6)) {
            case 0 -> set(bytes, (byte) random.nextInt(256));
            case 1 -> set(bytes, (byte) "\r\n :;,/?%\"\0".charAt(random.nextInt(11)));
            case 2 -> without(bytes);
            case 3 -> doubled(bytes);
            case 4 -> joined(bytes, valid());
            default -> bytes;
          };
    }
    return bytes;
  }

  private byte[] valid() {
    return VALID.get(random.nextInt(VALID.size())).replace("~", "\r\n").getBytes(ISO_8859_1);
  }

  private byte[] set(byte[] bytes, byte value) {
    byte[] changed = bytes.clone();
    changed[random.nextInt(changed.length)] = value;
    return changed;
  }

  private byte[] without(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    int from = random.nextInt(Math.max(1, text.length() - 1));
    int to = Math.min(text.length(), from + 1 + random.nextInt(8));
    String rest = text.substring(0, from) + text.substring(to);
    return (rest.isEmpty() ? "G" : rest).getBytes(ISO_8859_1);
  }

  private byte[] doubled(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + 1 + random.nextInt(40));
    return (text.substring(0, to) + text.substring(from)).getBytes(ISO_8859_1);
  }

  private byte[] joined(byte[] one, byte[] other) {
    String first = new String(one, ISO_8859_1);
    String second = new String(other, ISO_8859_1);
    String spliced =
        first.substring(0, random.nextInt(first.length()))
            + second.substring(random.nextInt(second.length()));
    return (spliced.isEmpty() ? "G" : spliced).getBytes(ISO_8859_1);
  }
}
