package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** D-07: SIGTERM while a thousand sockets are open and requests are in progress. */
@Isolated
class GracefulStopIT {
  private static final int SOCKETS = 1000;
  private static final int WRITERS = 8;
  private static final int ACKED_BEFORE_THE_END = 200;
  private static final int GOING_AWAY = 1001;
  private static final Map<String, String> ROOM =
      Map.of(
          "LIMIT_SOCKETS_PER_USER", "2000",
          "LIMIT_CONNECTIONS_PER_ADDRESS", "5000",
          "LIMIT_CHAT_BURST", "1000000",
          "LIMIT_CHAT_PER_SECOND", "1000000");

  @TempDir Path folder;
  private final Set<String> acked = ConcurrentHashMap.newKeySet();
  private final CountDownLatch busy = new CountDownLatch(ACKED_BEFORE_THE_END);

  @Test
  void finishesRunningRequestsAndTellsEverySocket() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    Pair pair;
    try (ServerProcess server = jar.start(ROOM)) {
      Api api = new Api(server.base());
      pair = Pair.create(api, "stop");
      List<SocketIoClient> sockets = connect(server, pair);
      List<Future<?>> writing = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        String writer = "w" + i + "-";
        writing.add(writers.submit(() -> writeUntilTheEnd(api, pair, writer)));
      }
      busy.await();

      assertEquals(0, server.terminate(Duration.ofSeconds(10)));

      for (Future<?> each : writing) {
        each.get();
      }
      for (SocketIoClient socket : sockets) {
        assertEquals(GOING_AWAY, socket.closeCode());
      }
    } finally {
      writers.shutdownNow();
    }
    try (ServerProcess server = jar.start()) {
      Set<String> stored = stored(new Api(server.base()), pair);
      assertTrue(stored.containsAll(acked), "an acknowledged message is gone");
    }
  }

  private static List<SocketIoClient> connect(ServerProcess server, Pair pair) throws Exception {
    List<SocketIoClient> sockets = new ArrayList<>();
    for (int i = 0; i < SOCKETS; i++) {
      sockets.add(SocketIoClient.connect(server.base(), pair.doctor().token()));
    }
    return sockets;
  }

  private Void writeUntilTheEnd(Api api, Pair pair, String writer) throws InterruptedException {
    for (int i = 0; ; i++) {
      String id = writer + i;
      try {
        Api.Reply reply = pair.sendFromPatient(api, "Still here", id);
        if (reply.status() == 201) {
          acked.add(id);
          busy.countDown();
        } else {
          assertEquals(503, reply.status());
          return null;
        }
      } catch (IOException e) {
        // It is unknown whether this one was stored before the stop; it was not acknowledged.
        return null;
      }
    }
  }

  private static Set<String> stored(Api api, Pair pair) throws Exception {
    Set<String> ids = new HashSet<>();
    String path = "/api/messages/" + pair.doctor().id() + "?limit=100&after=";
    for (long after = 0; ; ) {
      JsonNode page = api.get(path + after, pair.patient().token()).expect(200).body();
      JsonNode messages = page.path("messages");
      if (messages.isEmpty()) {
        return ids;
      }
      for (JsonNode message : messages) {
        ids.add(message.path("clientId").asText());
        after = message.path("seq").asLong();
      }
    }
  }
}
