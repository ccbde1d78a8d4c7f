package io.healthconnect.embedding;

import io.healthconnect.application.Actor;
import io.healthconnect.application.HealthConnect;
import io.healthconnect.application.Ports;
import io.healthconnect.application.account.SignUp;
import io.healthconnect.application.account.SignedIn;
import io.healthconnect.application.appointment.BookAppointment;
import io.healthconnect.application.doctor.FindSlots;
import io.healthconnect.application.message.SendMessage;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.VisitMode;
import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.domain.change.LocalChangeFeed;
import io.healthconnect.domain.change.LocalPresence;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.Slot;
import io.healthconnect.domain.doctor.WeeklySchedule;
import io.healthconnect.domain.doctor.Window;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.security.BcryptPasswordHasher;
import io.healthconnect.security.JwtTokenIssuer;
import io.healthconnect.security.SecureRandomIds;
import io.healthconnect.security.ZxcvbnPasswordRules;
import io.healthconnect.security.media.ImageIoCleaner;
import io.healthconnect.testkit.call.InMemoryLiveCalls;
import io.healthconnect.testkit.media.InMemoryImageStore;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A host application that embeds the use cases. The stores of the testkit stand for its own. */
final class EmbeddingExample {

  /** What the host has done. */
  record Story(Appointment visit, Message message) {}

  private EmbeddingExample() {}

  // begin: docs/embedding.md
  static HealthConnect build(
      BcryptPasswordHasher hasher, byte[] secret, Clock clock, ChangeFeed.Listener listener) {
    LocalChangeFeed feed = new LocalChangeFeed();
    feed.subscribe(listener);
    InMemoryStore mine = new InMemoryStore(feed); // your own adapters go here
    Ports ports =
        new Ports(
            new Ports.Stores(
                mine.accounts(),
                mine.sessions(),
                mine.doctors(),
                mine.patients(),
                mine.appointments(),
                mine.messages(),
                mine.media(),
                new InMemoryLiveCalls(feed)),
            new Ports.Images(
                new InMemoryImageStore(), new ImageIoCleaner(ImageIoCleaner.Limits.DEFAULT)),
            new Ports.Security(
                hasher, new ZxcvbnPasswordRules(), new JwtTokenIssuer(secret, clock)),
            new LocalPresence(feed),
            new Ports.Surroundings(clock, new SecureRandomIds()));
    return HealthConnect.create(ports, HealthConnect.Options.DEFAULT);
  }

  static Story bookAndWrite(HealthConnect health, LocalDate date) {
    Actor doctor = signUp(health, "Ada Brandt", new SignUp.Profile.OfDoctor(id -> practice(id)));
    Actor patient = signUp(health, "Ben Okoye", new SignUp.Profile.OfPatient(id -> blank(id)));

    Slot first =
        health
            .doctors()
            .findSlots()
            .handle(new FindSlots.Query(doctor.asDoctor(), date, date))
            .orElseThrow()
            .slots()
            .get(0);
    Appointment visit =
        orThrow(
            health
                .appointments()
                .book()
                .handle(
                    new BookAppointment.Command(
                        patient,
                        doctor.asDoctor(),
                        first.date(),
                        first.startTime(),
                        VisitMode.VIDEO,
                        "A check-up",
                        Optional.empty())));
    Message message =
        orThrow(
            health
                .messages()
                .send()
                .handle(
                    new SendMessage.Command(
                        patient,
                        doctor.id(),
                        "May I bring my test results?",
                        Optional.of(new ClientId("phone-1")))));
    return new Story(visit, message);
  }

  private static Actor signUp(HealthConnect health, String name, SignUp.Profile profile) {
    Email email = Email.parse(name.replace(' ', '.') + "@clinic.example");
    SignedIn signedIn =
        orThrow(
            health
                .accounts()
                .signUp()
                .handle(
                    new SignUp.Command(
                        new PersonName(name), email, new Password("violet-harbour-42"), profile)));
    return health.accounts().authenticate().handle(signedIn.token()).orElseThrow();
  }

  private static Doctor practice(AccountId id) {
    Window morning = new Window(LocalTime.of(9, 0), LocalTime.of(12, 0));
    return new Doctor(
        new DoctorId(id),
        "Cardiology",
        12,
        "MD",
        "",
        Optional.empty(),
        ZoneId.of("Europe/Berlin"),
        BookingRules.DEFAULT,
        new WeeklySchedule(Map.of(DayOfWeek.MONDAY, List.of(morning))),
        Map.of(),
        1);
  }

  private static Patient blank(AccountId id) {
    return Patient.blank(new PatientId(id));
  }

  private static <T, E> T orThrow(Result<T, E> result) {
    return result.fold(
        value -> value,
        refusal -> {
          throw new IllegalStateException("refused: " + refusal);
        });
  }
  // end: docs/embedding.md
}
