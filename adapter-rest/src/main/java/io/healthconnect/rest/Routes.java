package io.healthconnect.rest;

import io.healthconnect.application.HealthConnect;
import io.healthconnect.rest.account.AccountRoutes;
import io.healthconnect.rest.account.Users;
import io.healthconnect.rest.appointment.AppointmentRoutes;
import io.healthconnect.rest.appointment.BookingRoutes;
import io.healthconnect.rest.call.CallRoutes;
import io.healthconnect.rest.call.IceRoutes;
import io.healthconnect.rest.doctor.DirectoryRoutes;
import io.healthconnect.rest.doctor.PracticeRoutes;
import io.healthconnect.rest.http.ImageUploadReader;
import io.healthconnect.rest.http.RateLimiter;
import io.healthconnect.rest.http.Route;
import io.healthconnect.rest.http.SessionCookie;
import io.healthconnect.rest.media.AvatarRoutes;
import io.healthconnect.rest.media.MediaRoutes;
import io.healthconnect.rest.message.MessageRoutes;
import io.healthconnect.rest.patient.PatientRoutes;
import io.healthconnect.rest.site.ConfigRoutes;
import io.healthconnect.rest.site.DocumentRoutes;
import io.healthconnect.rest.site.HealthRoutes;
import io.healthconnect.rest.site.WebClient;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The whole route table, feature by feature. The first route that fits answers. */
final class Routes {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private Routes() {}

  static List<Route> of(
      RestSettings settings,
      RestPorts ports,
      SessionCookie cookie,
      BooleanSupplier ready,
      WebClient webClient) {
    HealthConnect useCases = ports.useCases();
    RestSettings.Limits limits = settings.limits();
    Clock clock = ports.clock();
    RateLimiter signUps = perMinute(clock, limits.signUpsPerMinute());
    RateLimiter logIns = perMinute(clock, limits.logInsPerMinute());
    RateLimiter sends =
        new RateLimiter(clock, limits.chatBurst(), limits.chatPerSecond(), Duration.ofSeconds(1));
    RateLimiter turn =
        new RateLimiter(
            clock,
            limits.turnCredentialsPerHour(),
            limits.turnCredentialsPerHour(),
            Duration.ofHours(1));
    ImageUploadReader uploads = new ImageUploadReader(limits.images(), limits.json(), clock);
    Users users =
        new Users(
            useCases.accounts().findAccount(),
            useCases.doctors().find(),
            useCases.patients().find());
    return Stream.of(
            new AccountRoutes(
                    useCases.accounts(), users, cookie, new AccountRoutes.Rates(signUps, logIns))
                .routes(),
            new DirectoryRoutes(useCases.doctors()).routes(),
            new PracticeRoutes(useCases.doctors().changePractice(), useCases.views()).routes(),
            new PatientRoutes(useCases.patients()).routes(),
            new BookingRoutes(
                    useCases.appointments(), useCases.doctors().findSlots(), useCases.views())
                .routes(),
            new AppointmentRoutes(useCases.appointments(), useCases.views()).routes(),
            new MessageRoutes(useCases.messages(), ports.online(), sends, uploads).routes(),
            new AvatarRoutes(useCases.media(), users, uploads).routes(),
            new MediaRoutes(useCases.media().fetch()).routes(),
            new CallRoutes(useCases.calls().listCalls(), useCases.accounts().findAccount())
                .routes(),
            new IceRoutes(settings.ice().stunUrls(), settings.ice().turnUrls(), ports.turn(), turn)
                .routes(),
            new ConfigRoutes(config(settings, ports)).routes(),
            new HealthRoutes(ready).routes(),
            DocumentRoutes.load(webClient).routes())
        .flatMap(List::stream)
        .toList();
  }

  private static RateLimiter perMinute(Clock clock, int count) {
    return new RateLimiter(clock, count, count, MINUTE);
  }

  private static ConfigRoutes.ConfigResponse config(RestSettings settings, RestPorts ports) {
    boolean turn = ports.turn().isPresent() && !settings.ice().turnUrls().isEmpty();
    return new ConfigRoutes.ConfigResponse(
        settings.signalingUrl().map(URI::toString).orElse(null),
        "/socket.io/",
        new ConfigRoutes.Features(true, turn),
        ConfigRoutes.Limits.of(settings.limits().images()));
  }
}
