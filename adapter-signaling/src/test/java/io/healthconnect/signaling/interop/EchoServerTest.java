package io.healthconnect.signaling.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.signaling.SystemTimers;
import io.healthconnect.signaling.session.SignalingCore;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.ServerContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A stock client with the echo server of docs/embedding.md, on both hosts. */
class EchoServerTest {
  private final ExecutorService events = Executors.newFixedThreadPool(2);
  private final SystemTimers timers = new SystemTimers();
  private final SignalingCore core = EchoServer.core(events, timers);

  @AfterEach
  void stop() {
    timers.close();
    events.shutdownNow();
  }

  @Test
  void echoesOnTheStockTyrusServer() throws Exception {
    ServerContainer container = EchoServer.onTyrus(core, 0);
    try {
      echoes(((TyrusServerContainer) container).getPort(), "websocket");
    } finally {
      container.stop();
    }
  }

  @Test
  void echoesOnJettyWithTheDefaultsOfTheClient() throws Exception {
    Server server = EchoServer.onJetty(core, 0);
    try {
      echoes(((ServerConnector) server.getConnectors()[0]).getLocalPort(), "polling,websocket");
    } finally {
      server.stop();
    }
  }

  private static void echoes(int port, String transports) throws Exception {
    IO.Options options =
        IO.Options.builder()
            .setTransports(transports.split(","))
            .setAuth(Map.of("token", "ann"))
            .setForceNew(true)
            .build();
    Socket socket = IO.socket(URI.create("http://127.0.0.1:" + port), options);
    CompletableFuture<Object> echoed = new CompletableFuture<>();
    CompletableFuture<Object> acked = new CompletableFuture<>();
    socket.on("hello", args -> echoed.complete(args[0]));
    socket.on(
        Socket.EVENT_CONNECT,
        nothing -> socket.emit("hello", new Object[] {7}, (Ack) args -> acked.complete(args[0])));
    socket.connect();
    try {
      assertEquals(7, acked.get(60, TimeUnit.SECONDS));
      assertEquals(7, echoed.get(60, TimeUnit.SECONDS));
    } finally {
      socket.disconnect();
    }
  }
}
