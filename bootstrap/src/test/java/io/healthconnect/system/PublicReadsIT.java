package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.ServerProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * H-09: what anybody may read is given again from memory, and yet shows each write: at once where
 * it was made, within two seconds elsewhere. Readers keep all replies in memory meanwhile.
 */
class PublicReadsIT {
  private static final Duration ELSEWHERE = Duration.ofSeconds(2);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path folder;

  @Test
  void h09EveryWriteShowsAtOnceOnSqlite() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    try (ServerProcess server = jar.start(limits())) {
      Api api = new Api(server.base());
      everyWriteShows(List.of(api, api));
    }
  }

  /** With one at once 32 wait; of a hundred at once some are then too many. */
  @Test
  void expensiveReadsOfOneAddressAreBounded() throws Exception {
    Map<Integer, Long> few = atOnce("few", Map.of("LIMIT_EXPENSIVE_READS_PER_ADDRESS", "1"));
    assertTrue(few.getOrDefault(429, 0L) > 0, few::toString);
    assertTrue(few.getOrDefault(200, 0L) > 0, few::toString);
    // On a slow machine some of those that wait give up.
    long late = few.getOrDefault(503, 0L);
    assertEquals(100, few.get(200) + few.get(429) + late, few::toString);
    assertEquals(
        Map.of(200, 100L), atOnce("many", Map.of("LIMIT_EXPENSIVE_READS_PER_ADDRESS", "1000")));
  }

  static Map<String, String> limits() {
    return Map.of(
        "LIMIT_OPEN_APPOINTMENTS", "1000",
        "LIMIT_OPEN_APPOINTMENTS_PER_DOCTOR", "1000",
        "LIMIT_APPOINTMENT_CHANGES_BURST", "1000");
  }

  static void everyWriteShows(List<Api> nodes) throws Exception {
    Api first = nodes.get(0);
    Pair pair = Pair.create(first, "exact");
    String day = LocalDate.now(ZoneOffset.UTC).plusDays(3).toString();
    String slots = "/api/doctors/" + pair.doctor().id() + "/slots?from=" + day + "&to=" + day;
    AtomicBoolean running = new AtomicBoolean(true);
    ExecutorService readers = Executors.newFixedThreadPool(2);
    List<Future<Integer>> reading = new ArrayList<>();
    try {
      for (Api node : nodes) {
        reading.add(readers.submit(() -> readOn(node, slots, running)));
      }
      for (int round = 0; round < 20; round++) {
        Api here = nodes.get(round % 2);
        Api there = nodes.get(1 - round % 2);
        List<Pair.Slot> free = pair.freeSlots(here, 4);
        Pair.Slot slot = free.stream().filter(each -> each.date().equals(day)).findFirst().get();
        String booked = pair.book(here, slot).expect(201).body().at("/appointment/id").asText();
        Predicate<JsonNode> has = page -> page.toString().contains(slot.startsAt());
        assertFalse(has.test(read(here, slots)), "booked here");
        awaitShown(there, slots, has.negate());
        if (round % 3 == 0) {
          String path = "/api/appointments/" + booked + "/cancel";
          here.post(path, pair.patient().token(), Map.of("reason", "better")).expect(200);
          assertTrue(has.test(read(here, slots)), "cancelled here");
          awaitShown(there, slots, has);
        }
        String name = "Person Number " + "abcdefghijklmnopqrstuvwxyz".charAt(round);
        here.put("/api/doctors/me", pair.doctor().token(), Map.of("name", name)).expect(200);
        Predicate<JsonNode> named = page -> page.toString().contains(name);
        assertTrue(named.test(read(here, "/api/doctors")), "renamed here");
        awaitShown(there, "/api/doctors", named);
      }
      here(nodes, pair, slots);
    } finally {
      running.set(false);
      readers.shutdown();
    }
    for (Future<Integer> each : reading) {
      assertTrue(each.get(20, TimeUnit.SECONDS) > 0);
    }
  }

  /** Hours and new doctors. */
  private static void here(List<Api> nodes, Pair pair, String slots) throws Exception {
    Api here = nodes.get(1);
    here.put("/api/doctors/me/schedule", pair.doctor().token(), Person.week("00:00", "00:30"))
        .expect(200);
    assertTrue(read(here, slots).path("slots").size() <= 1, "shorter hours here");
    awaitShown(nodes.get(0), slots, page -> page.path("slots").size() <= 1);
    Person.doctor(here, "another");
    Predicate<JsonNode> two = page -> page.path("doctors").size() == 2;
    assertTrue(two.test(read(here, "/api/doctors")), "a new doctor here");
    awaitShown(nodes.get(0), "/api/doctors", two);
  }

  private static int readOn(Api node, String slots, AtomicBoolean running) throws Exception {
    int count = 0;
    while (running.get()) {
      read(node, slots);
      read(node, "/api/doctors");
      count++;
    }
    return count;
  }

  private static JsonNode read(Api node, String path) throws Exception {
    return node.get(path, "").expect(200).body();
  }

  private static void awaitShown(Api node, String path, Predicate<JsonNode> wanted)
      throws Exception {
    long limit = System.nanoTime() + ELSEWHERE.toNanos();
    JsonNode seen = read(node, path);
    while (!wanted.test(seen) && System.nanoTime() < limit) {
      seen = read(node, path);
    }
    assertTrue(wanted.test(seen), () -> "not seen elsewhere: " + path);
  }

  private Map<Integer, Long> atOnce(String name, Map<String, String> settings) throws Exception {
    RunnableJar jar = RunnableJar.in(Files.createDirectories(folder.resolve(name)));
    try (ServerProcess server = jar.start(settings)) {
      Person doctor = Person.doctor(new Api(server.base()), "busy");
      new Api(server.base())
          .put("/api/doctors/me", doctor.token(), Map.of("slotMinutes", 5, "horizonDays", 365))
          .expect(200);
      List<CompletableFuture<Integer>> answers = new ArrayList<>();
      LocalDate from = LocalDate.now(ZoneOffset.UTC).plusDays(1);
      for (int i = 0; i < 100; i++) {
        LocalDate start = from.plusDays(i);
        URI uri =
            server
                .base()
                .resolve(
                    "/api/doctors/%s/slots?from=%s&to=%s"
                        .formatted(doctor.id(), start, start.plusDays(60)));
        answers.add(
            HTTP.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .thenApply(answer -> answer.statusCode()));
      }
      Map<Integer, Long> counts = new TreeMap<>();
      for (CompletableFuture<Integer> answer : answers) {
        counts.merge(answer.get(30, TimeUnit.SECONDS), 1L, Long::sum);
      }
      return counts;
    }
  }
}
