package io.healthconnect.bootstrap;

import io.healthconnect.bootstrap.settings.AddressRange;
import io.healthconnect.bootstrap.settings.CallSettings;
import io.healthconnect.bootstrap.settings.HttpLimits;
import io.healthconnect.bootstrap.settings.ImageSettings;
import io.healthconnect.bootstrap.settings.ServerSettings;
import io.healthconnect.bootstrap.settings.SessionSettings;
import io.healthconnect.bootstrap.settings.Settings;
import io.healthconnect.bootstrap.settings.SocketLimits;
import io.healthconnect.cloudinary.CloudinaryAddress;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.rest.RestSettings;
import io.healthconnect.rest.call.TurnCredentials;
import io.healthconnect.rest.http.ImageLimits;
import io.healthconnect.rest.http.JsonLimits;
import io.healthconnect.rest.http.TrustedProxies;
import io.healthconnect.signaling.transport.Peer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns settings into what the HTTP side wants to know. */
final class RestWiring {
  private RestWiring() {}

  static Peer peer(Settings settings) {
    return new ForwardedPeer(proxies(settings));
  }

  static RestSettings rest(Settings settings, int port) {
    return new RestSettings(
        settings.get(ServerSettings.HOST),
        port,
        settings.get(ServerSettings.PUBLIC_URL),
        Set.copyOf(settings.get(ServerSettings.ALLOWED_ORIGINS).orElse(List.of())),
        settings.get(ServerSettings.SIGNALING_URL),
        settings
            .get(ServerSettings.CLOUDINARY_URL)
            .map(CloudinaryAddress::shownFrom)
            .orElse(List.of()),
        proxies(settings),
        Duration.ofDays(settings.get(SessionSettings.SESSION_DAYS)),
        new RestSettings.Ice(
            settings.get(CallSettings.STUN_URLS).orElse(List.of()),
            settings.get(CallSettings.TURN_URLS).orElse(List.of())),
        limits(settings));
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

  private static TurnCredentials issuer(io.healthconnect.security.TurnCredentials turn) {
    return () -> credential(turn.issue());
  }

  private static TurnCredentials.Credential credential(
      io.healthconnect.security.TurnCredentials.Credential issued) {
    return new TurnCredentials.Credential(issued.username(), issued.credential());
  }

  private static TrustedProxies proxies(Settings settings) {
    return TrustedProxies.parse(
        settings.get(ServerSettings.TRUSTED_PROXIES).orElse(List.of()).stream()
            .map(AddressRange::toString)
            .toList());
  }

  private static RestSettings.Limits limits(Settings settings) {
    return new RestSettings.Limits(
        settings.get(HttpLimits.HEADER_BYTES),
        settings.get(HttpLimits.URI_BYTES),
        Duration.ofSeconds(settings.get(HttpLimits.HEADER_SECONDS)),
        Duration.ofSeconds(settings.get(HttpLimits.IDLE_SECONDS)),
        Duration.ofSeconds(settings.get(HttpLimits.KEEP_ALIVE_SECONDS)),
        settings.get(HttpLimits.MIN_BYTES_PER_SECOND),
        settings.get(HttpLimits.CONNECTIONS),
        settings.get(HttpLimits.CONNECTIONS_PER_ADDRESS),
        settings.get(HttpLimits.SIGNUPS_PER_MINUTE),
        settings.get(HttpLimits.LOGINS_PER_MINUTE),
        settings.get(SocketLimits.CHAT_BURST),
        settings.get(SocketLimits.CHAT_PER_SECOND),
        settings.get(HttpLimits.TURN_PER_HOUR),
        new JsonLimits(
            settings.get(HttpLimits.JSON_BODY_BYTES),
            settings.get(HttpLimits.JSON_DEPTH),
            settings.get(HttpLimits.JSON_STRING_BYTES),
            settings.get(HttpLimits.JSON_PROPERTIES),
            settings.get(HttpLimits.JSON_NUMBER_DIGITS)),
        new ImageLimits(
            settings.get(ImageSettings.BYTES),
            settings.get(ImageSettings.PIXELS),
            settings.get(ImageSettings.SIDE),
            settings.get(ImageSettings.UPLOADS),
            settings.get(ImageSettings.UPLOADS_PER_USER),
            settings.get(ImageSettings.UPLOADS_PER_MINUTE),
            Duration.ofSeconds(settings.get(ImageSettings.UPLOAD_SECONDS))));
  }
}
