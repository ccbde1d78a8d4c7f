package io.healthconnect.benchmarks.faults;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Delays;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.Person;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * T-01: many patients book the same time at once, half of them at each node. One must get it, the
 * others must be told that it is taken, and there must be no other answer.
 */
final class OneSlot {
  private static final int DAYS = 10;

  private final Plan plan;
  private final List<Pair> pairs = new ArrayList<>();
  private final Winners winners;
  private final Delays slots = new Delays();

  private OneSlot(Plan plan) {
    this.plan = plan;
    this.winners = new Winners(plan.size());
  }

  static Report run(Plan plan) throws Exception {
    return new OneSlot(plan).run();
  }

  private Report run() throws Exception {
    List<Api> apis = plan.cluster().apis();
    Person doctor = Person.doctor(apis.get(0), "t01-doctor");
    for (int i = 0; i < plan.size(); i++) {
      pairs.add(new Pair(doctor, Person.patient(apis.get(i % apis.size()), "t01-" + i)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(plan.size());
    try {
      for (Pair.Slot slot : pairs.get(0).freeSlots(apis.get(0), DAYS).subList(0, plan.rounds())) {
        book(slot, threads);
      }
    } finally {
      threads.shutdownNow();
    }
    return new Report(
        winners.verdict(),
        0,
        plan.seed(),
        List.of(
            "%d bookings of each of %d slots, all answered: %s"
                .formatted(plan.size(), plan.rounds(), slots)));
  }

  private void book(Pair.Slot slot, ExecutorService threads) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<String>> running = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      Api api = plan.cluster().apis().get(i % plan.cluster().apis().size());
      running.add(
          threads.submit(
              () -> {
                start.await();
                return answer(pair, api, slot);
              }));
    }
    long from = System.nanoTime();
    start.countDown();
    Map<String, Integer> answers = new TreeMap<>();
    for (Future<String> each : running) {
      answers.merge(each.get(), 1, Integer::sum);
    }
    slots.add(System.nanoTime() - from);
    winners.add(slot.startsAt(), answers, storedAt(slot));
  }

  private static String answer(Pair pair, Api api, Pair.Slot slot) throws InterruptedException {
    try {
      Api.Reply reply = pair.book(api, slot);
      return reply.status() == 201
          ? Winners.WON
          : reply.status() + " " + reply.body().path("code").asText();
    } catch (IOException e) {
      return "no answer: " + e.getClass().getSimpleName();
    }
  }

  /** How many appointments the doctor has at that time. */
  private long storedAt(Pair.Slot slot) throws IOException, InterruptedException {
    Instant end = Instant.parse(slot.startsAt()).plusSeconds(60);
    String path = "/api/appointments?limit=100&from=" + slot.startsAt() + "&to=" + end;
    Api api = plan.cluster().apis().get(1);
    long count = 0;
    for (var appointment :
        api.get(path, pairs.get(0).doctor().token()).expect(200).body().path("appointments")) {
      count += appointment.path("startsAt").asText().equals(slot.startsAt()) ? 1 : 0;
    }
    return count;
  }
}
