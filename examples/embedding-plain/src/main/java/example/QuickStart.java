package example;

import io.healthconnect.application.*;
import io.healthconnect.application.account.SignUp;
import io.healthconnect.application.appointment.BookAppointment;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.*;
import io.healthconnect.domain.appointment.*;
import io.healthconnect.domain.doctor.*;
import io.healthconnect.domain.patient.PatientProfile;
import io.healthconnect.security.*;
import io.healthconnect.security.HmacDeviceMarkers;
import io.healthconnect.security.media.ImageIoCleaner;
import io.healthconnect.sqlite.SqliteStore;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.sqlite.presence.LocalPresence;
import java.nio.file.Path;
import java.time.*;
import java.util.*;

/** From nothing to a booked appointment, stored in one SQLite file. */
final class QuickStart {
  // begin: docs/embedding.md
  static Appointment book(Path folder, LocalDate date, byte[] secret) {
    var clock = Clock.systemUTC();
    var feed = new LocalChangeFeed();
    try (var store = SqliteStore.open(folder, feed, clock.instant());
        var hasher = new BcryptPasswordHasher(12, 8);
        var cleaner = new ImageIoCleaner(ImageIoCleaner.Limits.DEFAULT)) {
      var stores = new Ports.Stores(store.accounts(), store.administration(), store.emails(), store.preferences(), store.calendarLinks(), store.sessions(), store.doctors(), store.evidence(), store.patients(),
          store.appointments(), store.holds(), store.lateness(), store.attendances(), store.messages(), store.media(), store.audit(), store.notices(), store.outbox(), store.accountMails(), store.pushSubscriptions(), store.pushOutbox(), store.calls(), store.snapshots());
      var security = new Ports.Security(hasher, new ZxcvbnPasswordRules(), new JwtTokenIssuer(secret, clock),
          new HmacDeviceMarkers(secret, new SecureRandomIds()), new OtpTimeCodes(), new HmacUnsubscribeTokens(secret));
      var ports = new Ports(stores, new Ports.Images(store.images(), cleaner), security,
          new LocalPresence(feed), new Ports.Environment(clock, new SecureRandomIds()));
      var health = HealthConnect.create(ports, HealthConnect.Options.DEFAULT);
      var hours = new WeeklySchedule(Map.of(date.getDayOfWeek(), List.of(new Window(LocalTime.of(9, 0), LocalTime.of(12, 0)))));
      var practice = new DoctorProfile("Cardiology", 12, "MD", "", Optional.empty(), ZoneId.of("Europe/Berlin"));
      Actor doctor = signUp(health, "Ada Brandt", new SignUp.Profile.OfDoctor(practice, hours));
      Actor patient = signUp(health, "Ben Okoye", new SignUp.Profile.OfPatient(PatientProfile.BLANK));
      return done(health.appointments().book().bookAppointment(new BookAppointment.Command(patient,
          doctor.asDoctor(), date, LocalTime.of(9, 0), AppointmentMode.VIDEO, "A check-up", Optional.empty())));
    }
  }

  static Actor signUp(HealthConnect health, String name, SignUp.Profile profile) {
    var email = Email.parse(name.replace(' ', '.') + "@clinic.example");
    var command = new SignUp.Command(new PersonName(name), email, new Password("violet-harbour-42"), profile);
    return health.accounts().authenticate().authenticate(done(health.accounts().signUp().signUp(command)).token()).orElseThrow();
  }

  static <T, E> T done(Result<T, E> result) {
    return result.fold(value -> value, refusal -> { throw new IllegalStateException("refused: " + refusal); });
  }
  // end: docs/embedding.md

  private QuickStart() {}
}
