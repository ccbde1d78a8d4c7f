package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.benchmarks.server.SignalingSocket;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** People whose connection goes away, and what they missed. */
@Isolated("writes as fast as one server lets it")
class AwayIT {
  private static final int RUNS = 20;
  private static final int MISSED = 40;

  @TempDir Path folder;

  /** C-03: They are away while messages come, and these go on coming while they catch up. */
  @Test
  void c03AReturningClientSeesEachMessageOnceAndInOrder() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    Map<String, String> settings =
        Map.of("LIMIT_CHAT_BURST", "1000000", "LIMIT_CHAT_PER_SECOND", "1000000");
    AtomicBoolean running = new AtomicBoolean(true);
    AtomicLong sent = new AtomicLong();
    ExecutorService writer = Executors.newSingleThreadExecutor();
    try (ServerProcess server = jar.start(settings)) {
      Api api = new Api(server.base());
      Pair pair = Pair.create(api, "away");
      Future<Void> writing =
          writer.submit(
              () -> {
                while (running.get()) {
                  long next = sent.get() + 1;
                  pair.sendFromDoctor(api, "text " + next, "a" + next).expect(201);
                  sent.set(next);
                }
                return null;
              });
      List<Long> shown = new ArrayList<>();
      for (int run = 0; run < RUNS; run++) {
        long back = sent.get() + MISSED;
        while (sent.get() < back && !writing.isDone()) {
          TimeUnit.MILLISECONDS.sleep(1);
        }
        comeBack(api, server, pair, shown);
      }
      running.set(false);
      writing.get(20, TimeUnit.SECONDS);
      comeBack(api, server, pair, shown);
      List<Long> all = new ArrayList<>();
      for (long seq = 1; seq <= sent.get(); seq++) {
        all.add(seq);
      }
      assertEquals(all, shown);
      assertTrue(shown.size() > RUNS * MISSED, () -> shown.size() + " messages");
    } finally {
      running.set(false);
      writer.shutdownNow();
    }
  }

  /** Live first, then what was missed, then the live ones that are new. */
  private static void comeBack(Api api, ServerProcess server, Pair pair, List<Long> shown)
      throws Exception {
    BlockingQueue<Long> live = new LinkedBlockingQueue<>();
    SignalingSocket socket =
        SignalingSocket.connect(
            HttpClient.newHttpClient(),
            server.base(),
            pair.patient().token(),
            packet -> {
              if (packet.startsWith("42[\"newMessage\"")) {
                live.add(Long.parseLong(packet.replaceAll(".*\"seq\":(\\d+).*", "$1")));
              }
              return packet.startsWith("42[");
            });
    try {
      boolean more = true;
      while (more) {
        long after = shown.isEmpty() ? 0 : shown.get(shown.size() - 1);
        String path = "/api/messages/" + pair.doctor().id() + "?limit=20&after=" + after;
        JsonNode page = api.get(path, pair.patient().token()).expect(200).body();
        page.path("messages").forEach(message -> shown.add(message.path("seq").asLong()));
        more = page.path("hasMore").asBoolean();
      }
      long last = shown.isEmpty() ? 0 : shown.get(shown.size() - 1);
      for (Long next = live.poll(100, TimeUnit.MILLISECONDS);
          next != null && shown.size() < last + 20;
          next = live.poll(100, TimeUnit.MILLISECONDS)) {
        if (next > shown.get(shown.size() - 1)) {
          shown.add(next);
        }
      }
    } finally {
      socket.close();
    }
  }
}
