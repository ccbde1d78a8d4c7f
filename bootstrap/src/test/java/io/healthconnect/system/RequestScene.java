package io.healthconnect.system;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.Person;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A patient with appointments and messages, who makes the requests that {@code Requests} measures.
 * Each is made several times, and the least counts: tasks in the background add to some of them.
 */
final class RequestScene {
  private static final int TIMES = 8;

  private static final String REQUESTS = "/api/appointments?status=pending";

  /** Stands still, so that what is kept for a while is kept. */
  static final Clock CLOCK =
      Clock.fixed(Instant.now().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);

  private final Api api;
  private final LocalDate today;
  private final Pair pair;
  private int made;

  /** Sends one request. */
  private interface Sending {
    Api.Reply send() throws Exception;
  }

  RequestScene(Api api) throws Exception {
    this.api = api;
    this.today = LocalDate.now(CLOCK);
    this.pair = new Pair(Person.doctor(api, "dora"), Person.patient(api, "paul"));
    for (int i = 0; i < 3; i++) {
      book().expect(201);
      write().expect(201);
    }
  }

  void count(Supplier<Map<String, Integer>> taken, Map<String, Map<String, Integer>> found)
      throws Exception {
    String doctor = pair.doctor().id();
    Map<String, Sending> requests = new LinkedHashMap<>();
    requests.put("doctors", () -> get("/api/doctors"));
    requests.put("doctors anew", () -> get("/api/doctors?n=" + ++made));
    requests.put("doctor", () -> get("/api/doctors/" + doctor));
    requests.put("me", () -> get("/api/auth/me"));
    requests.put("appointments", () -> get("/api/appointments"));
    requests.put("requests", () -> api.get(REQUESTS, pair.doctor().token()));
    requests.put("conversation", () -> get("/api/messages/" + doctor));
    requests.put("send", this::write);
    requests.put("book", this::book);
    for (Map.Entry<String, Sending> request : requests.entrySet()) {
      int status = request.getKey().equals("send") || request.getKey().equals("book") ? 201 : 200;
      Map<String, Integer> least = Map.of();
      for (int i = 0; i < TIMES; i++) {
        taken.get();
        request.getValue().send().expect(status);
        Map<String, Integer> counts = taken.get();
        // At first, connections are opened and statements prepared.
        if (i == 0 || total(counts) < total(least)) {
          least = counts;
        }
      }
      found.put(request.getKey(), least);
    }
  }

  private static int total(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private Api.Reply get(String path) throws Exception {
    return api.get(path, pair.patient().token());
  }

  private Api.Reply write() throws Exception {
    return pair.sendFromPatient(api, "I feel better.", "m-" + ++made);
  }

  private Api.Reply book() throws Exception {
    int number = ++made;
    String date = today.plusDays(2 + number / 16).toString();
    String time = LocalTime.of(8, 0).plusMinutes(30L * (number % 16)).toString();
    return pair.book(api, new Pair.Slot(date, time, ""));
  }

  /** Settings of a server whose limits are not in the way. */
  static Map<String, String> settings(Path folder, Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(more);
    all.put("DATA_DIR", folder.toString());
    all.put("BCRYPT_COST", "4");
    for (String limit :
        new String[] {
          "SIGNUPS_PER_MINUTE",
          "LOGINS_PER_MINUTE",
          "CHAT_BURST",
          "OPEN_APPOINTMENTS",
          "OPEN_APPOINTMENTS_PER_DOCTOR",
          "APPOINTMENT_CHANGES_BURST"
        }) {
      all.put("LIMIT_" + limit, "1000000");
    }
    return all;
  }

  static Map<String, Integer> totals(Map<String, Map<String, Integer>> all) {
    return all.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                each -> each.getValue().values().stream().mapToInt(Integer::intValue).sum()));
  }

  static String lines(Map<String, Map<String, Integer>> all) {
    StringBuilder lines = new StringBuilder();
    all.forEach(
        (request, counts) -> {
          lines.append(request).append('\n');
          counts.forEach(
              (what, count) ->
                  lines.append("  ").append(count).append(' ').append(what).append('\n'));
        });
    return lines.toString();
  }
}
