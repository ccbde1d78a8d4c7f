package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Descriptions;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.testkit.wire.Frames;
import io.healthconnect.testkit.wire.RawClient;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** calls begin while other sockets send events without pause. */
@Isolated
class CallsUnderFloodIT {
  private static final int FLOODERS = 2;
  private static final int CALLS = 20;
  private static final int EVENTS_AT_ONCE = 500;

  @TempDir Path folder;

  @Test
  void r12CallsAreSetUpBesideAFlood() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    Map<String, String> limits =
        Map.of("LIMIT_CALLS_PER_MINUTE", "1000", "LIMIT_CALLS_PER_CALLEE_PER_MINUTE", "1000");
    ExecutorService threads = Executors.newFixedThreadPool(FLOODERS);
    AtomicBoolean running = new AtomicBoolean(true);
    AtomicLong sent = new AtomicLong();
    try (ServerProcess server = jar.start(limits)) {
      Api api = new Api(server.base());
      Pair pair = Pair.create(api, "honest");
      List<Future<?>> floods = new ArrayList<>();
      for (int i = 0; i < FLOODERS; i++) {
        Pair hostile = Pair.create(api, "hostile" + i);
        floods.add(threads.submit(() -> flood(jar.port(), hostile, running, sent)));
      }
      List<Long> times = new ArrayList<>();
      try (SocketIoClient doctor = SocketIoClient.connect(server.base(), pair.doctor().token());
          SocketIoClient patient = SocketIoClient.connect(server.base(), pair.patient().token())) {
        for (int i = 0; i < CALLS; i++) {
          long before = sent.get();
          long began = System.nanoTime();
          setUp(pair, doctor, patient);
          times.add(System.nanoTime() - began);
          ok(doctor.emit("call-end", Map.of("to", pair.patient().id())));
          while (sent.get() == before) {
            floods.forEach(each -> assertTrue(!each.isDone(), "a flood has ended"));
            Thread.onSpinWait();
          }
        }
      } finally {
        running.set(false);
      }
      Collections.sort(times);
      System.out.printf("95 %% within %d ms%n", times.get(CALLS * 95 / 100 - 1) / 1_000_000);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void setUp(Pair pair, SocketIoClient doctor, SocketIoClient patient)
      throws Exception {
    Map<String, Object> call = Map.of("to", pair.patient().id(), "offer", Descriptions.of("offer"));
    ok(doctor.emit("call-user", call));
    patient.next("call-made");
    Map<String, Object> answer =
        Map.of("to", pair.doctor().id(), "answer", Descriptions.of("answer"));
    ok(patient.emit("answer-call", answer));
    doctor.next("call-answered");
  }

  private static JsonNode ok(JsonNode ack) {
    assertTrue(ack.path("ok").asBoolean(), ack::toString);
    return ack;
  }

  /** Sends events as fast as the server reads, on a new socket whenever it closes the last one. */
  private static void flood(int port, Pair pair, AtomicBoolean running, AtomicLong sent) {
    byte[] events = events(pair);
    while (running.get()) {
      try (RawClient client = RawClient.open(port)) {
        client.text("40{\"token\":\"" + pair.patient().token() + "\"}");
        while (running.get()) {
          client.send(events);
          sent.addAndGet(EVENTS_AT_ONCE);
          while (client.hasAnswer()) {
            client.read();
          }
        }
      } catch (UncheckedIOException closed) {
        // 4429, or a slow consumer.
      }
    }
  }

  private static byte[] events(Pair pair) {
    byte[] event = Frames.text("421[\"typing\",{\"to\":\"" + pair.doctor().id() + "\"}]");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < EVENTS_AT_ONCE; i++) {
      all.writeBytes(event);
    }
    return all.toByteArray();
  }
}
