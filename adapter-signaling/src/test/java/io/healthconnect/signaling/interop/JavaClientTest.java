package io.healthconnect.signaling.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.SystemTimers;
import io.healthconnect.signaling.rig.TestServer;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java client of the Socket.IO project. */
class JavaClientTest {
  private final SystemTimers timers = new SystemTimers();
  private final TestServer server = new TestServer(SignalingLimits.defaults(), timers);

  @AfterEach
  void stop() {
    server.close();
    timers.close();
  }

  private Socket open(String transports) {
    IO.Options options =
        IO.Options.builder()
            .setTransports(transports.split(","))
            .setAuth(Map.of("token", "token-ann"))
            .setForceNew(true)
            .build();
    return IO.socket(URI.create("http://127.0.0.1:" + server.port()), options);
  }

  private static void connect(Socket socket) throws InterruptedException {
    CountDownLatch connected = new CountDownLatch(1);
    socket.once(Socket.EVENT_CONNECT, nothing -> connected.countDown());
    socket.connect();
    assertTrue(connected.await(60, TimeUnit.SECONDS), "connected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling,websocket", "polling", "websocket"})
  void connectsAndSendsEventsBothWays(String transports) throws Exception {
    Socket socket = open(transports);
    try {
      connect(socket);
      for (int i = 0; i < 50; i++) {
        CompletableFuture<String> echoed = new CompletableFuture<>();
        CompletableFuture<String> acked = new CompletableFuture<>();
        socket.once("echo", args -> echoed.complete(args[0].toString()));
        socket.emit("echo", new Object[] {i}, (Ack) args -> acked.complete(args[0].toString()));
        String answer = acked.get(60, TimeUnit.SECONDS);
        assertTrue(answer.contains("\"args\":[" + i + "]"), answer);
        assertTrue(echoed.get(60, TimeUnit.SECONDS).contains("[" + i + "]"));
      }
    } finally {
      socket.disconnect();
    }
  }

  /** The client ignores close frames, so only the end of its connection makes it reconnect. */
  @ParameterizedTest
  @ValueSource(strings = {"polling,websocket", "polling", "websocket"})
  void noticesWithinSecondsThatTheServerStops(String transports) throws Exception {
    Socket socket = open(transports);
    try {
      connect(socket);
      CompletableFuture<String> left = new CompletableFuture<>();
      socket.once(Socket.EVENT_DISCONNECT, args -> left.complete(String.valueOf(args[0])));
      server.stop();
      String reason = left.get(10, TimeUnit.SECONDS);
      assertTrue(reason.startsWith("transport"), reason);
    } finally {
      socket.disconnect();
    }
  }

  @Test
  void isRefusedWithoutAToken() throws Exception {
    IO.Options options = IO.Options.builder().setForceNew(true).build();
    Socket socket = IO.socket(URI.create("http://127.0.0.1:" + server.port()), options);
    CompletableFuture<String> refused = new CompletableFuture<>();
    socket.once(Socket.EVENT_CONNECT_ERROR, args -> refused.complete(args[0].toString()));
    socket.connect();
    try {
      assertEquals("{\"message\":\"unauthorized\"}", refused.get(60, TimeUnit.SECONDS));
    } finally {
      socket.disconnect();
    }
  }
}
