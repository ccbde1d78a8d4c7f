package io.healthconnect.benchmarks.images;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Pair;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
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

/** For some seconds doctors write texts at a fixed pace while their patients send pictures. */
final class Phase {
  private static final Duration TEXT_PACE = Duration.ofMillis(20);
  private static final Duration PICTURE_PACE = Duration.ofMillis(500);

  private final Api api;
  private final List<Pair> pairs;
  private final String picture;
  private final Map<Integer, Integer> pictureReplies = new ConcurrentSkipListMap<>();
  private final List<Long> texts = new ArrayList<>();

  Phase(Api api, List<Pair> pairs, String picture) {
    this.api = api;
    this.pairs = pairs;
    this.picture = picture;
  }

  /** Runs for this long; requests under way then are waited for. */
  void run(String name, Duration length) throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + length.toNanos();
    ExecutorService threads = Executors.newFixedThreadPool(2 * pairs.size());
    try {
      List<Future<List<Long>>> writers = new ArrayList<>();
      List<Callable<Void>> senders = new ArrayList<>();
      for (Pair pair : pairs) {
        writers.add(threads.submit(() -> write(pair, name, end)));
        senders.add(() -> send(pair, name, end));
      }
      threads.invokeAll(senders).forEach(Phase::check);
      for (Future<List<Long>> writer : writers) {
        texts.addAll(writer.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Long> write(Pair pair, String name, long end)
      throws IOException, InterruptedException {
    List<Long> times = new ArrayList<>();
    long due = System.nanoTime();
    for (int i = 0; due < end; i++) {
      LockSupport.parkNanos(due - System.nanoTime());
      pair.sendFromDoctor(api, "How are you?", name + "-t" + i).expect(201);
      // From when it was due, so that a stall counts for all that it held up.
      times.add(System.nanoTime() - due);
      due += TEXT_PACE.toNanos();
    }
    return times;
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

  private static void check(Future<Void> sender) {
    try {
      sender.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The time that so many of a hundred texts took at most, in milliseconds. */
  double percentile(int percent) {
    long[] sorted = texts.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1] / 1e6;
  }

  int count() {
    return texts.size();
  }

  /** How often each status was the answer to a picture. */
  Map<Integer, Integer> pictureReplies() {
    return new TreeMap<>(pictureReplies);
  }
}
