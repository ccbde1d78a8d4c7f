package io.healthconnect.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.testkit.wire.RawClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * D-07: SIGTERM while connections wait, or are in the middle of something: none of them holds it
 * up.
 */
class ConnectionsAtStopIT {
  private static final String POLLING = "/socket.io/?EIO=4&transport=polling";
  private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");
  private static final int GOING_AWAY = 1001;

  @TempDir Path folder;
  private int port;

  private RawClient sends(String begin) {
    RawClient client = new RawClient(port);
    client.send(begin.replace("\n", "\r\n").getBytes(US_ASCII));
    return client;
  }

  /** The address of a new session. */
  private String session() throws Exception {
    try (RawClient client = new RawClient(port)) {
      assertEquals(200, client.status("GET " + POLLING + " HTTP/1.1\nHost: 127.0.0.1\n"));
      byte[] open = client.input().readNBytes(80);
      Matcher sid = SID.matcher(new String(open, US_ASCII));
      assertTrue(sid.find());
      return POLLING + "&sid=" + sid.group(1);
    }
  }

  private RawClient probe(String session) {
    RawClient client = new RawClient(port);
    String target = session.replace("polling", "websocket");
    String head = RawClient.UPGRADE.replace("/socket.io/?EIO=4&transport=websocket", target);
    assertEquals(101, client.status(head));
    client.text("2probe");
    assertEquals("3probe", client.read().text());
    return client;
  }

  @Test
  void noneOfThemHoldsItUp() throws Exception {
    try (ServerProcess server = RunnableJar.in(folder).start()) {
      port = server.base().getPort();
      List<RawClient> idle =
          List.of(sends(""), sends("GET " + POLLING + " HTTP/1.1\nHost: 127.0.0.1\n"));
      String half = " HTTP/1.1\nHost: 127.0.0.1\nContent-Length: 9\n";
      List<RawClient> requests =
          List.of(
              sends("GET " + session() + " HTTP/1.1\nHost: 127.0.0.1\n\n"),
              sends("POST " + session() + half + "\n40"),
              sends("POST /api/auth/login" + half + "Content-Type: application/json\n\n{"));
      RawClient halfAFrame = RawClient.open(port);
      halfAFrame.send(new byte[] {(byte) 0x81});
      List<RawClient> sockets = List.of(RawClient.open(port), halfAFrame, probe(session()));

      assertEquals(0, server.terminate(Duration.ofMinutes(1)));

      for (RawClient client : idle) {
        assertEquals(0, client.status());
      }
      for (RawClient client : requests) {
        int status = client.status();
        assertTrue(status == 0 || status >= 400, () -> "status " + status);
      }
      for (RawClient client : sockets) {
        assertEquals(GOING_AWAY, client.closeStatus());
      }
    }
    String log = Files.readString(folder.resolve("server.log"));
    assertFalse(log.contains("before all requests were answered"), log);
  }
}
