package io.healthconnect.bootstrap;

import io.healthconnect.application.Actor;
import io.healthconnect.application.HealthConnect;
import io.healthconnect.application.account.OpenedSession;
import io.healthconnect.application.account.SignUp;
import io.healthconnect.application.appointment.BookAppointment;
import io.healthconnect.application.appointment.ChangeAppointment;
import io.healthconnect.application.appointment.ChangeAppointment.Intent;
import io.healthconnect.application.message.SendMessage;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountAdministration;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountSearch;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentMode;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorProfile;
import io.healthconnect.domain.doctor.Slot;
import io.healthconnect.domain.doctor.WeeklySchedule;
import io.healthconnect.domain.doctor.Window;
import io.healthconnect.domain.patient.PatientProfile;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fills an empty store with sample people and appointments, through the same use cases as
 * everybody.
 */
final class Demo {

  /** The log-in data of the sample people: one password, generated for this store. */
  record People(List<String> doctors, List<String> patients, String password) {}

  private record Sample(
      String name, String email, String specialization, int years, String zone, String about) {}

  private static final List<Sample> DOCTORS =
      List.of(
          new Sample(
              "Asha Rao",
              "asha.rao@demo.example",
              "Cardiologist",
              12,
              "Asia/Kolkata",
              "Heart rhythm, blood pressure, and what to do about both."),
          new Sample(
              "Miguel Santos",
              "miguel.santos@demo.example",
              "General practitioner",
              8,
              "Europe/Madrid",
              "Everyday illness, check-ups, and questions that fit nowhere else."),
          new Sample(
              "Ruth Cohen",
              "ruth.cohen@demo.example",
              "Dermatologist",
              20,
              "America/New_York",
              "Skin, hair and nails."));

  private static final Map<String, String> PATIENTS =
      Map.of("nina.berg@demo.example", "Nina Berg", "omar.diallo@demo.example", "Omar Diallo");

  private final HealthConnect product;
  private final AccountAdministration administration;
  private final Password password;

  Demo(HealthConnect product, AccountAdministration administration, String password) {
    this.product = product;
    this.administration = administration;
    this.password = new Password(password);
  }

  /** Empty if the store already holds a doctor, in which case nothing is added. */
  Optional<People> fill() {
    AccountSearch doctorsOfAnyState =
        new AccountSearch(
            Set.of(), Optional.of(Role.DOCTOR), Optional.empty(), PageRequest.first(1));
    if (!administration.search(doctorsOfAnyState).items().isEmpty()) {
      return Optional.empty();
    }
    List<OpenedSession> doctors = DOCTORS.stream().map(this::doctor).toList();
    List<OpenedSession> patients =
        PATIENTS.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> patient(entry.getValue(), entry.getKey()))
            .toList();
    appointments(doctors, patients);
    return Optional.of(new People(emails(doctors), emails(patients), password.value()));
  }

  /** Whoever asks for sample doctors has approved them. */
  private OpenedSession doctor(Sample sample) {
    OpenedSession doctor = signUp(sample);
    if (!doctor.account().standing().visibility().isListed()) {
      AccountId id = doctor.account().id();
      AuditEvent approved =
          AuditEvent.of(AuditAction.DOCTOR_APPROVED, doctor.account().createdAt()).about(id);
      done(administration.decide(id, Decision.APPROVE, approved));
    }
    return doctor;
  }

  private OpenedSession signUp(Sample sample) {
    return signUp(
        sample.name(),
        sample.email(),
        new SignUp.Profile.OfDoctor(
            new DoctorProfile(
                sample.specialization(),
                sample.years(),
                "MD",
                sample.about(),
                Optional.empty(),
                ZoneId.of(sample.zone())),
            workingDays()));
  }

  private OpenedSession patient(String name, String email) {
    return signUp(name, email, new SignUp.Profile.OfPatient(PatientProfile.BLANK));
  }

  private OpenedSession signUp(String name, String email, SignUp.Profile profile) {
    return done(
        product
            .accounts()
            .signUp()
            .signUp(
                new SignUp.Command(new PersonName(name), Email.parse(email), password, profile)));
  }

  private static WeeklySchedule workingDays() {
    Window morning = new Window(LocalTime.of(9, 0), LocalTime.of(12, 30));
    Window afternoon = new Window(LocalTime.of(14, 0), LocalTime.of(17, 0));
    return new WeeklySchedule(
        Stream.of(DayOfWeek.values())
            .filter(day -> day != DayOfWeek.SUNDAY)
            .collect(Collectors.toMap(day -> day, day -> List.of(morning, afternoon))));
  }

  /**
   * The first patient has a confirmed appointment and a chat with the first doctor, and a pending
   * one with the second.
   */
  private void appointments(List<OpenedSession> doctors, List<OpenedSession> patients) {
    Actor doctor = actor(doctors.get(0));
    Actor patient = actor(patients.get(0));
    Appointment appointment = book(patient, doctors.get(0), 2, "Palpitations after coffee");
    done(
        product
            .appointments()
            .change()
            .changeAppointment(
                new ChangeAppointment.Command(
                    doctor, appointment.id(), Optional.empty(), new Intent.Confirm())));
    book(patient, doctors.get(1), 4, "Yearly check-up");
    book(actor(patients.get(1)), doctors.get(0), 5, "Second opinion");
    say(patient, doctor, "Hello doctor. Shall I bring my last results?");
    say(doctor, patient, "Yes please, and a list of what you take.");
  }

  private Appointment book(Actor patient, OpenedSession doctor, int nth, String reason) {
    DoctorId id = new DoctorId(doctor.account().id());
    List<Slot> free = product.doctors().findSlots().next(id, nth + 1);
    Slot slot = free.get(free.size() - 1);
    return done(
        product
            .appointments()
            .book()
            .bookAppointment(
                new BookAppointment.Command(
                    patient,
                    id,
                    slot.date(),
                    slot.startTime(),
                    AppointmentMode.VIDEO,
                    reason,
                    Optional.empty())));
  }

  private void say(Actor from, Actor to, String text) {
    done(
        product
            .messages()
            .send()
            .sendMessage(new SendMessage.Command(from, to.id(), text, Optional.empty())));
  }

  private static Actor actor(OpenedSession loggedIn) {
    return new Actor(loggedIn.account().id(), loggedIn.account().role(), loggedIn.session().id());
  }

  private static List<String> emails(List<OpenedSession> people) {
    return people.stream().map(person -> person.account().email().value()).toList();
  }

  private static <T, E> T done(Result<T, E> result) {
    return result.fold(
        value -> value,
        refusal -> {
          throw new IllegalStateException("The sample data was refused: " + refusal);
        });
  }
}
