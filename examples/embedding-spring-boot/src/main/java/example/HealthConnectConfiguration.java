package example;

import io.healthconnect.application.HealthConnect;
import io.healthconnect.application.Ports;
import io.healthconnect.application.upkeep.UpkeepScheduler;
import io.healthconnect.security.BcryptPasswordHasher;
import io.healthconnect.security.HmacDeviceMarkers;
import io.healthconnect.security.HmacDeviceMarkers;
import io.healthconnect.security.HmacUnsubscribeTokens;
import io.healthconnect.security.JwtTokenIssuer;
import io.healthconnect.security.OtpTimeCodes;
import io.healthconnect.security.SecureRandomIds;
import io.healthconnect.security.ZxcvbnPasswordRules;
import io.healthconnect.security.media.ImageIoCleaner;
import io.healthconnect.sqlite.SqliteStore;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.sqlite.presence.LocalPresence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases on SQLite. Spring closes all closeable beans, in reverse order. */
@Configuration
class HealthConnectConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  LocalChangeFeed changeFeed() {
    return new LocalChangeFeed();
  }

  @Bean
  LocalPresence presence(LocalChangeFeed feed) {
    return new LocalPresence(feed);
  }

  @Bean
  SqliteStore store(@Value("${clinic.folder}") Path folder, LocalChangeFeed feed, Clock clock) {
    return SqliteStore.open(folder, feed, clock.instant());
  }

  @Bean
  BcryptPasswordHasher passwordHasher() {
    return new BcryptPasswordHasher(12, 8);
  }

  @Bean
  ImageIoCleaner imageCleaner() {
    return new ImageIoCleaner(ImageIoCleaner.Limits.DEFAULT);
  }

  @Bean
  HealthConnect healthConnect(
      SqliteStore store,
      LocalPresence presence,
      BcryptPasswordHasher hasher,
      ImageIoCleaner cleaner,
      Clock clock,
      @Value("${clinic.secret}") String secret) {
    Ports.Stores stores =
        new Ports.Stores(
            store.accounts(),
            store.administration(),
        store.emails(),
            store.preferences(),
            store.calendarLinks(),
        store.sessions(),
            store.doctors(),
            store.evidence(),
            store.patients(),
            store.appointments(),
            store.holds(),
            store.lateness(),
            store.attendances(),
            store.messages(),
            store.media(),
            store.audit(),
            store.notices(),
        store.outbox(),
        store.accountMails(),
            store.pushSubscriptions(),
            store.pushOutbox(),
            store.calls(),
            store.snapshots());
    byte[] key = secret.getBytes(StandardCharsets.UTF_8);
    SecureRandomIds ids = new SecureRandomIds();
    return HealthConnect.create(
        new Ports(
            stores,
            new Ports.Images(store.images(), cleaner),
            new Ports.Security(
                hasher,
                new ZxcvbnPasswordRules(),
                new JwtTokenIssuer(key, clock),
                new HmacDeviceMarkers(key, ids),
                new OtpTimeCodes(),
                new HmacUnsubscribeTokens(key)),
            presence,
            new Ports.Environment(clock, ids)),
        HealthConnect.Options.DEFAULT);
  }

  @Bean
  UpkeepScheduler upkeep(HealthConnect health) {
    return UpkeepScheduler.start(
        health.upkeep(),
        (task, failure) ->
            LoggerFactory.getLogger(UpkeepScheduler.class)
                .warn("{} failed and will run again", task.name(), failure));
  }
}
