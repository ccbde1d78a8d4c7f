package io.healthconnect.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.administration.SystemReport;
import io.healthconnect.bootstrap.settings.CallSettings;
import io.healthconnect.bootstrap.settings.MailSettings;
import io.healthconnect.bootstrap.settings.PushSettings;
import io.healthconnect.bootstrap.settings.ServerSettings;
import io.healthconnect.bootstrap.settings.Settings;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.signaling.product.Backplane;
import io.healthconnect.testkit.notice.PlainUnsubscribeTokens;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
  private static final AccountId ANN = new AccountId("ann");

  @Test
  void countsFailuresOfListeners(@TempDir Path folder) throws Exception {
    Settings settings =
        new Settings(
            Map.of(
                ServerSettings.DATA_DIR,
                folder,
                ServerSettings.MONGODB_URI,
                Optional.empty(),
                CallSettings.CALL_LEASE_SECONDS,
                30,
                MailSettings.SMTP_URL,
                Optional.empty(),
                PushSettings.VAPID_SUBJECT,
                Optional.empty()),
            false);
    try (Storage storage = Storage.open(settings, Clock.systemUTC(), () -> "id");
        Mailing mailing =
            new Mailing(
                settings,
                storage.stores(),
                new PlainUnsubscribeTokens(),
                () -> "id",
                Clock.systemUTC());
        Metrics metrics = serve(storage, mailing)) {
      assertEquals("0.0", value(metrics, "healthconnect_listener_failures_total"));
      assertEquals("7.0", value(metrics, "healthconnect_signaling_sockets"));
      assertEquals("5.0", value(metrics, "healthconnect_http_busy_threads"));
      assertEquals("3.0", value(metrics, "healthconnect_queue_length{queue=\"events\"}"));
      assertEquals("0.0", value(metrics, "healthconnect_mail_waiting"));
      assertEquals("0.0", value(metrics, "healthconnect_mail_oldest_seconds"));
      assertEquals("0.0", value(metrics, "healthconnect_mail_failed"));
      Backplane backplane = storage.backplane();
      backplane
          .feed()
          .subscribe(
              change -> {
                throw new IllegalStateException("fails on purpose");
              });
      backplane.presence().arrive(ANN, new DeviceId("tab"));
      backplane.presence().arrive(new AccountId("bob"), new DeviceId("phone"));
      assertEquals("2.0", value(metrics, "healthconnect_listener_failures_total"));
    }
  }

  private static Metrics serve(Storage storage, Mailing mailing) {
    PrometheusRegistry registry = new PrometheusRegistry();
    mailing.meter(registry);
    return Metrics.serve(
        new ListenAddress(ServerSettings.METRICS_HOST, "127.0.0.1", ServerSettings.METRICS_PORT, 0),
        registry,
        new Metrics.Sources(
            storage, () -> 7, () -> 5, () -> new SystemReport.Queues(1, 3, 0, 0), List::of));
  }

  private static String value(Metrics metrics, String name)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + metrics.port() + "/metrics");
    String text =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
            .body();
    return text.lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElse("none");
  }
}
