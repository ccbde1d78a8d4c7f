package io.healthconnect.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.healthconnect.application.administration.SystemReport;
import io.healthconnect.application.upkeep.UpkeepReport;
import io.healthconnect.bootstrap.settings.CallSettings;
import io.healthconnect.bootstrap.settings.MailSettings;
import io.healthconnect.bootstrap.settings.PushSettings;
import io.healthconnect.bootstrap.settings.ServerSettings;
import io.healthconnect.bootstrap.settings.Settings;
import io.healthconnect.rest.http.server.RequestListener;
import io.healthconnect.testkit.notice.PlainUnsubscribeTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard, the alert rules and the page for operators name metrics that exist. */
class MetricNamesTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern NAME =
      Pattern.compile("\\b(healthconnect|http_server|jvm|process)_[a-z_]+[a-z]");

  /** With SQLite there is no feed that could lag. */
  private static final Set<String> ONLY_MONGODB =
      Set.of("healthconnect_feed_lag_seconds", "healthconnect_feed_silence_seconds");

  private final Set<String> offered = new TreeSet<>(ONLY_MONGODB);

  @BeforeEach
  void scrape(@TempDir Path folder) throws Exception {
    Settings settings =
        new Settings(
            Map.of(
                ServerSettings.DATA_DIR,
                folder,
                ServerSettings.MONGODB_URI,
                Optional.empty(),
                ServerSettings.METRICS_PORT,
                Optional.of(0),
                ServerSettings.METRICS_HOST,
                "127.0.0.1",
                CallSettings.CALL_LEASE_SECONDS,
                30,
                MailSettings.SMTP_URL,
                Optional.empty(),
                PushSettings.VAPID_SUBJECT,
                Optional.empty()),
            false);
    Metering metering = new Metering(settings);
    try (Storage storage = Storage.open(settings, Clock.systemUTC(), () -> "id");
        Metrics metrics =
            metering
                .serve(
                    new Metrics.Sources(
                        storage,
                        () -> 0,
                        () -> 0,
                        () -> new SystemReport.Queues(0, 0, 0, 0),
                        MetricNamesTest::upkeep))
                .orElseThrow();
        Mailing mailing =
            new Mailing(
                settings,
                storage.stores(),
                new PlainUnsubscribeTokens(),
                () -> "id",
                Clock.systemUTC());
        Pushing pushing =
            new Pushing(settings, storage.stores(), storage.vapidKeys(), Clock.systemUTC())) {
      metering.add(mailing::meter);
      metering.add(pushing::meter);
      metering.watch(storage.stores()).calls().due(Clock.systemUTC().instant());
      metering
          .requests()
          .answered(
              new RequestListener.Answered(
                  "GET", "/api/config", 404, Optional.of("not_found"), Duration.ofMillis(1)));
      URI uri = URI.create("http://127.0.0.1:" + metrics.port() + "/metrics");
      String text =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
              .body();
      text.lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> offered.add(line.replaceFirst("[{ ].*", "")));
    }
  }

  private static List<UpkeepReport> upkeep() {
    return List.of(new UpkeepReport("task", 1, 0, Duration.ZERO));
  }

  private static Set<String> named(String text) {
    return NAME.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
  }

  private Set<String> unknown(Set<String> names) {
    return names.stream()
        .filter(name -> !offered.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theAlertRulesNameWhatIsOffered() throws Exception {
    Set<String> names = named(Files.readString(DOCS.resolve("deploy/alerts.yml")));
    assertTrue(names.size() >= 8, names::toString);
    assertEquals(Set.of(), unknown(names));
  }

  @Test
  void theDashboardNamesWhatIsOfferedAndLeavesNothingOut() throws Exception {
    JsonNode dashboard =
        new ObjectMapper().readTree(Files.readString(DOCS.resolve("deploy/grafana.json")));
    Set<String> names = named(dashboard.toString());
    assertEquals(Set.of(), unknown(names));
    Set<String> shown =
        names.stream().map(MetricNamesTest::base).collect(Collectors.toCollection(TreeSet::new));
    shown.addAll(Set.of("healthconnect_store_nodes", "healthconnect_upkeep_runs_total"));
    shown.add("healthconnect_upkeep_failures_total");
    assertEquals(
        ours(), shown.stream().filter(MetricNamesTest::isOurs).collect(Collectors.toSet()));
  }

  @Test
  void thePageListsAllOfThem() throws Exception {
    Set<String> names =
        named(Files.readString(DOCS.resolve("deployment.md"))).stream()
            .filter(MetricNamesTest::isOurs)
            .collect(Collectors.toSet());
    assertEquals(ours(), names);
  }

  @Test
  void countsWhatTheStoreWasAskedFor() {
    assertTrue(
        offered.containsAll(
            Set.of(
                "healthconnect_store_operations_seconds_count",
                "healthconnect_store_failures_total")),
        offered::toString);
  }

  private Set<String> ours() {
    return offered.stream()
        .filter(MetricNamesTest::isOurs)
        .map(MetricNamesTest::base)
        .collect(Collectors.toSet());
  }

  private static boolean isOurs(String name) {
    return name.startsWith("healthconnect_") || name.startsWith("http_server_");
  }

  private static String base(String name) {
    return name.replaceFirst("_(bucket|count|sum)$", "");
  }
}
