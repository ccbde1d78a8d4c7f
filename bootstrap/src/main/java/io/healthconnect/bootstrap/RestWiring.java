package io.healthconnect.bootstrap;

import io.healthconnect.bootstrap.settings.AppointmentSettings;
import io.healthconnect.bootstrap.settings.CallSettings;
import io.healthconnect.bootstrap.settings.HttpLimits;
import io.healthconnect.bootstrap.settings.ImageSettings;
import io.healthconnect.bootstrap.settings.OperatorSettings;
import io.healthconnect.bootstrap.settings.ServerSettings;
import io.healthconnect.bootstrap.settings.SessionSettings;
import io.healthconnect.bootstrap.settings.Settings;
import io.healthconnect.bootstrap.settings.SocketLimits;
import io.healthconnect.cloudinary.CloudinaryAddress;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.calendar.CalendarWriter;
import io.healthconnect.edge.address.TrustedProxies;
import io.healthconnect.notify.calendar.ICalendarWriter;
import io.healthconnect.rest.RestSettings;
import io.healthconnect.rest.RestSettings.Limited;
import io.healthconnect.rest.call.TurnCredentials;
import io.healthconnect.rest.http.admission.Rate;
import io.healthconnect.rest.http.request.ImageLimits;
import io.healthconnect.rest.http.request.JsonLimits;
import io.healthconnect.rest.http.server.ConnectionLimits;
import io.healthconnect.rest.http.server.RouteTracer;
import io.healthconnect.signaling.transport.Peer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Turns the settings into those of the HTTP API. */
final class RestWiring {
  /** Anybody may ask whether the store is ready, and each question to it is a synced write. */
  private static final Duration READY_FOR = Duration.ofSeconds(1);

  private RestWiring() {}

  static BooleanSupplier readiness(Storage storage) {
    return new Remembered<>(storage::isReady, READY_FOR, System::nanoTime)::get;
  }

  /** Each request has one deadline of the store; replies that are streamed have none. */
  static RouteTracer withinDeadline(RequestDeadline store, RouteTracer tracer) {
    return (request, work) -> store.withinOneDeadline(() -> tracer.trace(request, work));
  }

  static Peer peer(Settings settings) {
    return new ForwardedPeer(proxies(settings));
  }

  static RestSettings rest(Settings settings, int port, Optional<String> vapidKey) {
    return new RestSettings.Builder()
        .port(port)
        .host(settings.get(ServerSettings.HOST))
        .publicUrl(settings.get(ServerSettings.PUBLIC_URL))
        .hstsOfSubdomains(settings.get(ServerSettings.HSTS_SUBDOMAINS))
        .allowedOrigins(Set.copyOf(settings.get(ServerSettings.ALLOWED_ORIGINS).orElse(List.of())))
        .signalingUrl(settings.get(ServerSettings.SIGNALING_URL))
        .imageSources(
            settings
                .get(ServerSettings.CLOUDINARY_URL)
                .map(CloudinaryAddress::shownFrom)
                .orElse(List.of()))
        .trustedProxies(proxies(settings))
        .sessionLife(Duration.ofDays(settings.get(SessionSettings.SESSION_DAYS)))
        .ice(
            new RestSettings.Ice(
                settings.get(CallSettings.STUN_URLS).orElse(List.of()),
                settings.get(CallSettings.TURN_URLS).orElse(List.of())))
        .vapidKey(vapidKey)
        .operator(
            new RestSettings.Operator(
                settings.get(OperatorSettings.EMERGENCY_TEXT),
                settings.get(OperatorSettings.PRIVACY_URL),
                settings.get(OperatorSettings.TERMS_URL)))
        .limits(
            new RestSettings.Limits(
                connections(settings),
                settings.get(HttpLimits.EXPENSIVE_READS_PER_ADDRESS),
                rates(settings),
                json(settings),
                images(settings)))
        .build();
  }

  static Optional<TurnCredentials> turn(Settings settings, Clock clock, IdGenerator ids) {
    return settings
        .get(CallSettings.TURN_SECRET)
        .map(
            secret ->
                issuer(
                    new io.healthconnect.security.TurnCredentials(
                        secret,
                        Duration.ofSeconds(settings.get(HttpLimits.TURN_SECONDS)),
                        clock,
                        ids)));
  }

  static CalendarWriter calendars(Settings settings, int port) {
    return new ICalendarWriter(
        settings
            .get(ServerSettings.PUBLIC_URL)
            .orElseGet(() -> URI.create("http://localhost:" + port)));
  }

  private static TurnCredentials issuer(io.healthconnect.security.TurnCredentials turn) {
    return () -> credential(turn.issue());
  }

  private static TurnCredentials.Credential credential(
      io.healthconnect.security.TurnCredentials.Credential issued) {
    return new TurnCredentials.Credential(issued.username(), issued.credential());
  }

  private static TrustedProxies proxies(Settings settings) {
    return TrustedProxies.parse(settings.get(ServerSettings.TRUSTED_PROXIES).orElse(List.of()));
  }

  private static ConnectionLimits connections(Settings settings) {
    return new ConnectionLimits.Builder()
        .headerBytes(settings.get(HttpLimits.HEADER_BYTES))
        .uriLength(settings.get(HttpLimits.URI_BYTES))
        .headerDeadline(Duration.ofSeconds(settings.get(HttpLimits.HEADER_SECONDS)))
        .idle(Duration.ofSeconds(settings.get(HttpLimits.IDLE_SECONDS)))
        .keepAlive(Duration.ofSeconds(settings.get(HttpLimits.KEEP_ALIVE_SECONDS)))
        .bytesPerSecond(settings.get(HttpLimits.MIN_BYTES_PER_SECOND))
        .most(settings.get(HttpLimits.CONNECTIONS))
        .mostPerAddress(settings.get(HttpLimits.CONNECTIONS_PER_ADDRESS))
        .build();
  }

  private static RestSettings.Rates rates(Settings settings) {
    return RestSettings.Rates.DEFAULT
        .with(Limited.SIGN_UPS, Rate.perMinute(settings.get(HttpLimits.SIGNUPS_PER_MINUTE)))
        .with(Limited.LOG_INS, Rate.perMinute(settings.get(HttpLimits.LOGINS_PER_MINUTE)))
        .with(
            Limited.MESSAGES,
            Rate.perSecond(settings.get(SocketLimits.CHAT_PER_SECOND))
                .withBurst(settings.get(SocketLimits.CHAT_BURST)))
        .with(
            Limited.APPOINTMENT_CHANGES,
            Rate.perMinute(settings.get(AppointmentSettings.CHANGES_PER_MINUTE))
                .withBurst(settings.get(AppointmentSettings.CHANGES_BURST)))
        .with(
            Limited.HOLDS,
            Rate.perMinute(settings.get(AppointmentSettings.HOLDS_PER_MINUTE))
                .withBurst(settings.get(AppointmentSettings.HOLDS_BURST)))
        .with(Limited.TURN_CREDENTIALS, Rate.perHour(settings.get(HttpLimits.TURN_PER_HOUR)))
        .with(
            Limited.CALENDAR_READS,
            Rate.perMinute(settings.get(HttpLimits.CALENDAR_READS_PER_MINUTE)))
        .with(Limited.RECOVERIES, Rate.perHour(settings.get(HttpLimits.RECOVERIES_PER_HOUR)));
  }

  private static JsonLimits json(Settings settings) {
    return JsonLimits.DEFAULT
        .withBodyBytes(settings.get(HttpLimits.JSON_BODY_BYTES))
        .withDepth(settings.get(HttpLimits.JSON_DEPTH))
        .withStringLength(settings.get(HttpLimits.JSON_STRING_BYTES))
        .withProperties(settings.get(HttpLimits.JSON_PROPERTIES))
        .withNumberLength(settings.get(HttpLimits.JSON_NUMBER_DIGITS));
  }

  private static ImageLimits images(Settings settings) {
    return new ImageLimits.Builder()
        .fileBytes(settings.get(ImageSettings.BYTES))
        .pixels(settings.get(ImageSettings.PIXELS))
        .side(settings.get(ImageSettings.SIDE))
        .atOnce(settings.get(ImageSettings.UPLOADS))
        .atOncePerUser(settings.get(ImageSettings.UPLOADS_PER_USER))
        .rate(Rate.perMinute(settings.get(ImageSettings.UPLOADS_PER_MINUTE)))
        .longest(Duration.ofSeconds(settings.get(ImageSettings.UPLOAD_SECONDS)))
        .bytesPerSecond(settings.get(HttpLimits.MIN_BYTES_PER_SECOND))
        .build();
  }
}
