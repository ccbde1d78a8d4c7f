package io.healthconnect.rest;

import io.healthconnect.application.HealthConnect;
import io.healthconnect.edge.view.AppointmentResponses;
import io.healthconnect.rest.RestSettings.Limited;
import io.healthconnect.rest.account.AccountRoutes;
import io.healthconnect.rest.account.KnownDevices;
import io.healthconnect.rest.account.PasswordRoutes;
import io.healthconnect.rest.account.PreferenceRoutes;
import io.healthconnect.rest.account.RecoveryRoutes;
import io.healthconnect.rest.account.SecondFactorRoutes;
import io.healthconnect.rest.account.SessionRoutes;
import io.healthconnect.rest.account.UserResponses;
import io.healthconnect.rest.administration.AdminRoutes;
import io.healthconnect.rest.administration.AuditRoutes;
import io.healthconnect.rest.administration.SystemRoutes;
import io.healthconnect.rest.appointment.AppointmentRoutes;
import io.healthconnect.rest.appointment.BookingRoutes;
import io.healthconnect.rest.appointment.HoldRoutes;
import io.healthconnect.rest.calendar.CalendarRoutes;
import io.healthconnect.rest.call.CallRoutes;
import io.healthconnect.rest.call.IceRoutes;
import io.healthconnect.rest.doctor.DirectoryRoutes;
import io.healthconnect.rest.doctor.PracticeRoutes;
import io.healthconnect.rest.doctor.RunningLateRoutes;
import io.healthconnect.rest.erasure.ErasureRoutes;
import io.healthconnect.rest.evidence.EvidenceRoutes;
import io.healthconnect.rest.export.ExportRoutes;
import io.healthconnect.rest.http.admission.RateLimiter;
import io.healthconnect.rest.http.admission.SessionCookie;
import io.healthconnect.rest.http.request.FileUploadReader;
import io.healthconnect.rest.http.server.Route;
import io.healthconnect.rest.media.AvatarRoutes;
import io.healthconnect.rest.media.MediaRoutes;
import io.healthconnect.rest.message.MessageRoutes;
import io.healthconnect.rest.notice.NoticeRoutes;
import io.healthconnect.rest.notice.PushRoutes;
import io.healthconnect.rest.notice.UnsubscribeRoutes;
import io.healthconnect.rest.patient.PatientRoutes;
import io.healthconnect.rest.system.ConfigRoutes;
import io.healthconnect.rest.system.HealthRoutes;
import io.healthconnect.rest.web.DocumentRoutes;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The whole route table, feature by feature. The first matching route answers. */
final class Routes {
  private Routes() {}

  static List<Route> of(
      RestSettings settings, RestPorts ports, SessionCookie cookie, BooleanSupplier ready) {
    HealthConnect useCases = ports.useCases();
    AppointmentResponses appointments = AppointmentResponses.of(useCases);
    RestSettings.Limits limits = settings.limits();
    Clock clock = ports.clock();
    RestSettings.Rates rates = limits.rates();
    RateLimiter signUps = new RateLimiter(clock, rates.of(Limited.SIGN_UPS));
    RateLimiter logIns = new RateLimiter(clock, rates.of(Limited.LOG_INS));
    RateLimiter links = new RateLimiter(clock, rates.of(Limited.LOG_INS));
    RateLimiter sends = new RateLimiter(clock, rates.of(Limited.MESSAGES));
    RateLimiter changes = new RateLimiter(clock, rates.of(Limited.APPOINTMENT_CHANGES));
    RateLimiter turn = new RateLimiter(clock, rates.of(Limited.TURN_CREDENTIALS));
    FileUploadReader uploads = new FileUploadReader(limits.images(), limits.json(), clock);
    UserResponses users =
        new UserResponses(
            useCases.accounts().findAccount(),
            useCases.doctors().find(),
            useCases.patients().find());
    KnownDevices devices = new KnownDevices(useCases.accounts(), cookie.secure());
    return Stream.of(
            new AccountRoutes(
                    useCases.accounts(),
                    users,
                    cookie,
                    devices,
                    new AccountRoutes.Rates(signUps, logIns))
                .routes(),
            new PasswordRoutes(
                    useCases.accounts().changePassword(),
                    useCases.accounts().resetPassword(),
                    devices,
                    links)
                .routes(),
            new RecoveryRoutes(
                    useCases.recovery(),
                    devices,
                    new RecoveryRoutes.Rates(
                        new RateLimiter(clock, rates.of(Limited.RECOVERIES)), links))
                .routes(),
            new SecondFactorRoutes(useCases.accounts().secondFactor()).routes(),
            new PreferenceRoutes(useCases.changePreferences()).routes(),
            new SessionRoutes(useCases.accounts().sessions()).routes(),
            new AdminRoutes(useCases.administration()).routes(),
            new SystemRoutes(ports.showSystem()).routes(),
            new ErasureRoutes(useCases.erasure(), cookie).routes(),
            new ExportRoutes(useCases.export()).routes(),
            new AuditRoutes(useCases.audit(), useCases.accounts().findAccount()).routes(),
            new DirectoryRoutes(useCases.doctors(), useCases.appointments().findRunningLate())
                .routes(),
            new RunningLateRoutes(useCases.appointments().sayRunningLate(), changes).routes(),
            new PracticeRoutes(useCases.doctors().changePractice(), appointments).routes(),
            new EvidenceRoutes(useCases.evidence(), uploads).routes(),
            new PatientRoutes(useCases.patients()).routes(),
            new BookingRoutes(
                    useCases.appointments(), useCases.doctors().findSlots(), appointments, changes)
                .routes(),
            new HoldRoutes(
                    useCases.appointments(),
                    useCases.doctors().findSlots(),
                    new RateLimiter(clock, rates.of(Limited.HOLDS)))
                .routes(),
            new AppointmentRoutes(useCases.appointments(), appointments, changes).routes(),
            new CalendarRoutes(
                    useCases.calendar(),
                    ports.calendars(),
                    new RateLimiter(clock, rates.of(Limited.CALENDAR_READS)))
                .routes(),
            new MessageRoutes(useCases.messages(), ports.online(), sends, uploads).routes(),
            new NoticeRoutes(useCases.notices()).routes(),
            new PushRoutes(useCases.notices(), settings.vapidKey().isPresent()).routes(),
            new UnsubscribeRoutes(useCases.notices().stopMails()).routes(),
            new AvatarRoutes(useCases.media(), users, uploads).routes(),
            new MediaRoutes(
                    useCases.media().fetch(),
                    useCases.media().readDocument(),
                    limits.images().bytesSent())
                .routes(),
            new CallRoutes(useCases.calls().listCalls(), useCases.accounts().findAccount())
                .routes(),
            new IceRoutes(
                    settings.ice().stunUrls(),
                    settings.ice().turnUrls(),
                    ports.turn(),
                    turn,
                    useCases.calls())
                .routes(),
            new ConfigRoutes(config(settings, ports)).routes(),
            new HealthRoutes(ready).routes(),
            DocumentRoutes.load().routes())
        .flatMap(List::stream)
        .toList();
  }

  private static ConfigRoutes.ConfigResponse config(RestSettings settings, RestPorts ports) {
    boolean turn = ports.turn().isPresent() && !settings.ice().turnUrls().isEmpty();
    return new ConfigRoutes.ConfigResponse(
        settings.signalingUrl().map(URI::toString).orElse(null),
        "/socket.io/",
        new ConfigRoutes.Features(true, turn, ports.useCases().recovery().mails()),
        settings.vapidKey().orElse(null),
        settings.operator().emergencyText().orElse(null),
        settings.operator().privacyUrl().map(URI::toString).orElse(null),
        settings.operator().termsUrl().map(URI::toString).orElse(null),
        ConfigRoutes.Limits.of(settings.limits().images()));
  }
}
