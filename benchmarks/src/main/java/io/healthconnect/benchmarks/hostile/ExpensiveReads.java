package io.healthconnect.benchmarks.hostile;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Person;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** H-09: 16 connections that read the largest answers that anybody may ask for, without a pause. */
final class ExpensiveReads implements Attack {
  private static final int CONNECTIONS = 16;
  private static final int DOCTORS = 100;
  private static final int SECONDS = 8;
  private static final double TIMES = 5;
  private static final Map<String, Object> LONG_PROFILE =
      Map.of("slotMinutes", 5, "horizonDays", 365, "about", "é".repeat(2_000));

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Override
  public String id() {
    return "H-09";
  }

  @Override
  public String target() {
    return "16 connections read slots of 5 minutes, slots of ever other days, the list of doctors,"
        + " and searches: honest p99 <= 5x";
  }

  @Override
  public void play(Scene scene) throws IOException, InterruptedException {
    List<String> doctors = doctors(scene.api());
    Honest.Figures baseline = scene.honest().alone();
    LocalDate from = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    Map<String, IntFunction<String>> attacks = new TreeMap<>();
    attacks.put("one doctor's slots", i -> slots(doctors.get(0), from));
    attacks.put(
        "other slots each time",
        i -> slots(doctors.get(i % DOCTORS), from.plusDays(i / DOCTORS % 300)));
    attacks.put("the list of doctors", i -> "/api/doctors?limit=100");
    attacks.put(
        "another search each time",
        i -> "/api/doctors?limit=100&sort=rating&q=person&minExperience=" + i % 7 + "&x=" + i);
    attacks.put(
        "who is free on a day",
        i -> "/api/doctors?limit=100&availableOn=" + from.plusDays(i % 300));
    attacks.put(
        "who is free in a week",
        i -> {
          LocalDate first = from.plusDays(i % 300);
          return "/api/doctors?limit=100&availableFrom="
              + first
              + "&availableTo="
              + first.plusDays(6);
        });
    for (Map.Entry<String, IntFunction<String>> attack : attacks.entrySet()) {
      long before = scene.probe().heapKib();
      Map<Integer, Long> answers = new ConcurrentHashMap<>();
      AtomicLong bytes = new AtomicLong();
      Honest.Figures attacked =
          scene
              .honest()
              .during(() -> read(scene.server().base(), attack.getValue(), answers, bytes));
      scene
          .outcome()
          .figure(
              "%s: answers %s, %,d KiB a second",
              attack.getKey(), new TreeMap<>(answers), bytes.get() / 1024 / SECONDS);
      scene.checkHonest(attacked, baseline, TIMES);
      scene.checkHeap("with kept replies", before, scene.probe().heapKib(), 50 * 1024);
    }
  }

  private static List<String> doctors(Api api) throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < DOCTORS; i++) {
      Person doctor = Person.doctor(api, "expensive-" + i);
      api.put("/api/doctors/me/schedule", doctor.token(), Person.week("00:00", "00:00"))
          .expect(200);
      api.put("/api/doctors/me", doctor.token(), LONG_PROFILE).expect(200);
      ids.add(doctor.id());
    }
    return ids;
  }

  private static String slots(String doctor, LocalDate from) {
    return "/api/doctors/" + doctor + "/slots?from=" + from + "&to=" + from.plusDays(61);
  }

  private void read(
      URI base, IntFunction<String> path, Map<Integer, Long> answers, AtomicLong bytes)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Future<?>> readers = new ArrayList<>();
      for (int c = 0; c < CONNECTIONS; c++) {
        int first = c;
        readers.add(
            threads.submit(
                () -> {
                  for (int i = first; System.nanoTime() < end; i += CONNECTIONS) {
                    HttpRequest request =
                        HttpRequest.newBuilder(base.resolve(path.apply(i))).build();
                    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
                    answers.merge(answer.statusCode(), 1L, Long::sum);
                    bytes.addAndGet(answer.body().length);
                  }
                  return null;
                }));
      }
      for (Future<?> reader : readers) {
        reader.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("a reader was not served", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
