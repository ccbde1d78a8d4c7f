package io.healthconnect.benchmarks.audit;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Arguments;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.Machine;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.benchmarks.server.WorkFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Fills an audit log and pages through it as an admin: from the newest entry, from the middle, and
 * to the oldest, of everybody and of one person.
 *
 * <p>Arguments: {@code --store sqlite --entries 10000000 --max-seconds 600 --pages 200} (the store
 * is {@code sqlite} or {@code mongodb}; the time is that of filling it).
 */
public final class AuditPages {
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);
  private static final String PAGE = "/api/admin/audit?limit=100";

  private final HealthConnectServer jar;
  private final FilledStore store;
  private final Arguments given;

  private AuditPages(HealthConnectServer jar, FilledStore store, Arguments given) {
    this.jar = jar;
    this.store = store;
    this.given = given;
  }

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    System.out.println(Machine.describe());
    boolean mongo = given.text("store", "sqlite").equals("mongodb");
    try (WorkFolder work = WorkFolder.create("health-connect-audit")) {
      HealthConnectServer jar =
          HealthConnectServer.in(work.path(), HealthConnectServer.defaultJar());
      try (FilledStore store = mongo ? new MongoStore() : new SqliteStore(jar.dataDirectory())) {
        new AuditPages(jar.with(store.settings()), store, given).run();
      }
    }
    System.exit(0);
  }

  private void run() throws Exception {
    Person admin = admin();
    long started = System.nanoTime();
    long entries =
        store.fill(
            given.number("entries", 10_000_000),
            Duration.ofSeconds(given.number("max-seconds", 600)));
    System.out.printf(
        Locale.ROOT,
        "entries %d, filled in %d s, %d MiB with indexes%n",
        entries,
        Duration.ofNanos(System.nanoTime() - started).toSeconds(),
        store.bytes() >> 20);
    try (ServerProcess server = jar.start(List.of("-Xmx256m"), Map.of())) {
      System.out.println("ready after ms: " + server.awaitReady(READY_LIMIT).toMillis());
      Api api = new Api(server.base());
      String token = admin.logIn(api).expect(200).token().orElseThrow();
      store.watch();
      System.out.println("pages of 100 | p50 ms | p99 ms | most ms");
      for (String subject : List.of("", Entries.FREQUENT, Entries.RARE)) {
        String path = subject.isEmpty() ? PAGE : PAGE + "&userId=" + subject;
        for (long before : List.of(Long.MAX_VALUE, entries / 2, 100L * pages())) {
          measure(api, token, path, before);
        }
      }
    }
    store.plans().forEach(plan -> System.out.println("plan: " + plan));
  }

  private long pages() {
    return given.number("pages", 200);
  }

  /** A person whom the store then makes an admin, while no server runs on it. */
  private Person admin() throws Exception {
    try (ServerProcess server = jar.start()) {
      server.awaitReady(READY_LIMIT);
      Person person = Person.patient(new Api(server.base()), "ada");
      server.terminate(READY_LIMIT);
      store.makeAdmin(person.id());
      return person;
    }
  }

  private void measure(Api api, String token, String path, long before) throws Exception {
    Optional<String> cursor =
        before == Long.MAX_VALUE ? Optional.empty() : Optional.of(cursor(before));
    List<Long> micros = new ArrayList<>();
    int read = 0;
    for (int i = 0; i < pages(); i++) {
      String next = path + cursor.map(value -> "&cursor=" + value).orElse("");
      long started = System.nanoTime();
      Api.Reply reply = api.get(next, token).expect(200);
      micros.add((System.nanoTime() - started) / 1_000);
      read += reply.body().at("/entries").size();
      if (reply.body().at("/nextCursor").isNull()) {
        break;
      }
      cursor = Optional.of(reply.body().at("/nextCursor").asText());
    }
    micros.sort(null);
    System.out.printf(
        Locale.ROOT,
        "%s before %s: %d pages, %d entries | %.1f | %.1f | %.1f%n",
        path.substring(PAGE.length()),
        before == Long.MAX_VALUE ? "the newest" : before,
        micros.size(),
        read,
        micros.get(micros.size() / 2) / 1_000.0,
        micros.get(micros.size() * 99 / 100) / 1_000.0,
        micros.get(micros.size() - 1) / 1_000.0);
  }

  /** The cursor of the page after the entry with this number, as the server writes it. */
  private static String cursor(long number) throws IOException {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("-\n" + number).getBytes(StandardCharsets.UTF_8));
  }
}
