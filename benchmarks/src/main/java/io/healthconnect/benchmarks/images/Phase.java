package io.healthconnect.benchmarks.images;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Delays;
import io.healthconnect.benchmarks.server.Pair;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * For some seconds, doctors send text messages at a fixed rate while their patients send images.
 */
final class Phase {
  private static final Duration TEXT_PACE = Duration.ofMillis(20);
  private static final Duration PICTURE_PACE = Duration.ofMillis(500);

  private final Api api;
  private final List<Pair> pairs;
  private final String picture;
  private final Map<Integer, Integer> pictureReplies = new ConcurrentSkipListMap<>();
  private final Delays texts = new Delays();

  Phase(Api api, List<Pair> pairs, String picture) {
    this.api = api;
    this.pairs = pairs;
    this.picture = picture;
  }

  /** Runs for this long, and then waits for current requests. */
  void run(String name, Duration length) throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + length.toNanos();
    ExecutorService threads = Executors.newFixedThreadPool(2 * pairs.size());
    try {
      List<Callable<Void>> clients = new ArrayList<>();
      for (Pair pair : pairs) {
        clients.add(() -> write(pair, name, end));
        clients.add(() -> send(pair, name, end));
      }
      for (Future<Void> client : threads.invokeAll(clients)) {
        client.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Void write(Pair pair, String name, long end) throws IOException, InterruptedException {
    long due = System.nanoTime();
    for (int i = 0; due < end; i++) {
      LockSupport.parkNanos(due - System.nanoTime());
      pair.sendFromDoctor(api, "How are you?", name + "-t" + i).expect(201);
      // Measured from when it was due, so that a stall counts for everything it delayed.
      texts.add(System.nanoTime() - due);
      due += TEXT_PACE.toNanos();
    }
    return null;
  }

  private Void send(Pair pair, String name, long end) throws IOException, InterruptedException {
    String path = "/api/messages/" + pair.doctor().id();
    for (int i = 0; System.nanoTime() < end; i++) {
      Map<String, String> body = Map.of("image", picture, "clientId", name + "-p" + i);
      int status = api.post(path, pair.patient().token(), body).status();
      pictureReplies.merge(status, 1, Integer::sum);
      LockSupport.parkNanos(PICTURE_PACE.toNanos());
    }
    return null;
  }

  /** The latencies of the text messages. */
  Delays texts() {
    return texts;
  }

  /** How often images were answered with each status. */
  Map<Integer, Integer> pictureReplies() {
    return new TreeMap<>(pictureReplies);
  }
}
