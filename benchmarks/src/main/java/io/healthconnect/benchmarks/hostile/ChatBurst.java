package io.healthconnect.benchmarks.hostile;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Delays;
import io.healthconnect.benchmarks.server.Pair;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Long messages by many pairs at a steady rate, and the time they take to reach live sockets. */
final class ChatBurst {
  private static final int SENDERS = 16;
  private static final int PER_SECOND = 250;
  private static final String MARK = "sent-at ";

  /** Three bytes per character, close to the longest allowed text. */
  private static final String FILLER = "心".repeat(4000);

  private final Api api;
  private final List<Pair> pairs;
  private final AtomicInteger numbers = new AtomicInteger();
  private volatile Delays delivery = new Delays();

  ChatBurst(Api api, List<Pair> pairs) {
    this.api = api;
    this.pairs = pairs;
  }

  /** Sends so many messages, from the pairs in turn, and records each delivery. */
  void send(int count, Delays into) throws IOException, InterruptedException {
    delivery = into;
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
    try {
      List<Future<?>> senders = new ArrayList<>();
      for (int i = 0; i < SENDERS; i++) {
        senders.add(
            threads.submit(
                () -> {
                  for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                    long due = start + n * 1_000_000_000L / PER_SECOND;
                    while (due > System.nanoTime()) {
                      LockSupport.parkNanos(due - System.nanoTime());
                    }
                    send();
                  }
                  return null;
                }));
      }
      for (Future<?> sender : senders) {
        sender.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("a message was not taken", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /** A packet that reached a live socket. */
  void arrived(String packet) {
    int at = packet.startsWith("42[\"newMessage\"") ? packet.indexOf(MARK) : -1;
    if (at > 0) {
      int from = at + MARK.length();
      delivery.add(
          System.nanoTime() - Long.parseLong(packet.substring(from, packet.indexOf(' ', from))));
    }
  }

  private void send() throws IOException, InterruptedException {
    int number = numbers.getAndIncrement();
    Pair pair = pairs.get(number % pairs.size());
    String text = MARK + System.nanoTime() + " " + FILLER;
    pair.sendFromPatient(api, text, "burst-" + number).expect(201);
  }
}
