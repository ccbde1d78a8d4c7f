package io.healthconnect.embedding;

import io.healthconnect.application.Actor;
import io.healthconnect.application.HealthConnect;
import io.healthconnect.application.Ports;
import io.healthconnect.application.account.OpenedSession;
import io.healthconnect.application.account.SignUp;
import io.healthconnect.application.appointment.BookAppointment;
import io.healthconnect.application.doctor.FindSlots;
import io.healthconnect.application.message.SendMessage;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentMode;
import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.domain.doctor.DoctorProfile;
import io.healthconnect.domain.doctor.Slot;
import io.healthconnect.domain.doctor.WeeklySchedule;
import io.healthconnect.domain.doctor.Window;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.patient.PatientProfile;
import io.healthconnect.security.BcryptPasswordHasher;
import io.healthconnect.security.HmacDeviceMarkers;
import io.healthconnect.security.HmacUnsubscribeTokens;
import io.healthconnect.security.JwtTokenIssuer;
import io.healthconnect.security.OtpTimeCodes;
import io.healthconnect.security.SecureRandomIds;
import io.healthconnect.security.ZxcvbnPasswordRules;
import io.healthconnect.security.media.ImageIoCleaner;
import io.healthconnect.testkit.call.InMemoryLiveCalls;
import io.healthconnect.testkit.change.InMemoryChangeFeed;
import io.healthconnect.testkit.media.InMemoryImageStore;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.presence.InMemoryPresence;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A host application that embeds the use cases. The testkit's stores stand in for its own. */
final class EmbeddingExample {

  /** The result of the host's actions. */
  record Story(Appointment appointment, Message message) {}

  private EmbeddingExample() {}

  static HealthConnect build(
      BcryptPasswordHasher hasher, byte[] secret, Clock clock, ChangeFeed.Listener listener) {
    InMemoryChangeFeed feed = new InMemoryChangeFeed();
    feed.subscribe(listener);
    InMemoryStore mine = new InMemoryStore(feed); // your own adapters go here
    InMemoryLiveCalls calls = new InMemoryLiveCalls(feed);
    Ports ports =
        new Ports(
            new Ports.Stores(
                mine.accounts(),
                mine.administration(),
                mine.emails(),
                mine.preferences(),
                mine.calendarLinks(),
                mine.sessions(),
                mine.doctors(),
                mine.evidence(),
                mine.patients(),
                mine.appointments(),
                mine.holds(),
                mine.lateness(),
                mine.attendances(),
                mine.messages(),
                mine.media(),
                mine.audit(),
                mine.notices(),
                mine.outbox(),
                mine.accountMails(),
                mine.pushSubscriptions(),
                mine.pushOutbox(),
                calls,
                mine.snapshots(calls)),
            new Ports.Images(
                new InMemoryImageStore(), new ImageIoCleaner(ImageIoCleaner.Limits.DEFAULT)),
            new Ports.Security(
                hasher,
                new ZxcvbnPasswordRules(),
                new JwtTokenIssuer(secret, clock),
                new HmacDeviceMarkers(secret, new SecureRandomIds()),
                new OtpTimeCodes(),
                new HmacUnsubscribeTokens(secret)),
            new InMemoryPresence(feed),
            new Ports.Environment(clock, new SecureRandomIds()));
    return HealthConnect.create(ports, HealthConnect.Options.DEFAULT);
  }

  static Story bookAndWrite(HealthConnect health, LocalDate date) {
    Actor doctor = signUp(health, "Ada Brandt", practice());
    Actor patient = signUp(health, "Ben Okoye", new SignUp.Profile.OfPatient(PatientProfile.BLANK));

    Slot first =
        health
            .doctors()
            .findSlots()
            .findSlots(new FindSlots.Query(doctor.asDoctor(), date, date))
            .orElseThrow()
            .slots()
            .get(0);
    Appointment appointment =
        orThrow(
            health
                .appointments()
                .book()
                .bookAppointment(
                    new BookAppointment.Command(
                        patient,
                        doctor.asDoctor(),
                        first.date(),
                        first.startTime(),
                        AppointmentMode.VIDEO,
                        "A check-up",
                        Optional.empty())));
    Message message =
        orThrow(
            health
                .messages()
                .send()
                .sendMessage(
                    new SendMessage.Command(
                        patient,
                        doctor.id(),
                        "May I bring my test results?",
                        Optional.of(new ClientId("phone-1")))));
    return new Story(appointment, message);
  }

  private static Actor signUp(HealthConnect health, String name, SignUp.Profile profile) {
    Email email = Email.parse(name.replace(' ', '.') + "@clinic.example");
    OpenedSession loggedIn =
        orThrow(
            health
                .accounts()
                .signUp()
                .signUp(
                    new SignUp.Command(
                        new PersonName(name), email, new Password("violet-harbour-42"), profile)));
    return health.accounts().authenticate().authenticate(loggedIn.token()).orElseThrow();
  }

  private static SignUp.Profile practice() {
    Window morning = new Window(LocalTime.of(9, 0), LocalTime.of(12, 0));
    return new SignUp.Profile.OfDoctor(
        new DoctorProfile("Cardiology", 12, "MD", "", Optional.empty(), ZoneId.of("Europe/Berlin")),
        new WeeklySchedule(Map.of(DayOfWeek.MONDAY, List.of(morning))));
  }

  private static <T, E> T orThrow(Result<T, E> result) {
    return result.fold(
        value -> value,
        refusal -> {
          throw new IllegalStateException("refused: " + refusal);
        });
  }
}
