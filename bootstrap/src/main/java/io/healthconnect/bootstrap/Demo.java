package io.healthconnect.bootstrap;

import io.healthconnect.application.Actor;
import io.healthconnect.application.HealthConnect;
import io.healthconnect.application.account.SignUp;
import io.healthconnect.application.account.SignedIn;
import io.healthconnect.application.appointment.BookAppointment;
import io.healthconnect.application.appointment.ChangeAppointment;
import io.healthconnect.application.appointment.ChangeAppointment.Intent;
import io.healthconnect.application.doctor.SearchDoctors;
import io.healthconnect.application.message.SendMessage;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.VisitMode;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.Slot;
import io.healthconnect.domain.doctor.WeeklySchedule;
import io.healthconnect.domain.doctor.Window;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fills an empty store with sample people and visits, through the same use cases as everybody. */
final class Demo {

  /** The sign-in data of the sample people; one password, made at random for this store. */
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
  private final Password password;

  Demo(HealthConnect product, String password) {
    this.product = product;
    this.password = new Password(password);
  }

  /** Empty when the store holds a doctor already; then nothing is added. */
  Optional<People> fill() {
    DoctorSearch anybody =
        new DoctorSearch(
            Set.of(), Optional.empty(), 0, 0, DoctorSearch.Sort.NAME, PageRequest.first(1));
    boolean empty =
        product
            .doctors()
            .search()
            .handle(new SearchDoctors.Query(anybody, Optional.empty()))
            .items()
            .isEmpty();
    if (!empty) {
      return Optional.empty();
    }
    List<SignedIn> doctors = DOCTORS.stream().map(this::doctor).toList();
    List<SignedIn> patients =
        PATIENTS.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> patient(entry.getValue(), entry.getKey()))
            .toList();
    visits(doctors, patients);
    return Optional.of(new People(emails(doctors), emails(patients), password.value()));
  }

  private SignedIn doctor(Sample sample) {
    return signUp(
        sample.name(),
        sample.email(),
        new SignUp.Profile.OfDoctor(
            id ->
                new Doctor(
                    new DoctorId(id),
                    sample.specialization(),
                    sample.years(),
                    "MD",
                    sample.about(),
                    Optional.empty(),
                    ZoneId.of(sample.zone()),
                    BookingRules.DEFAULT,
                    workingDays(),
                    Map.of(),
                    1)));
  }

  private SignedIn patient(String name, String email) {
    return signUp(
        name, email, new SignUp.Profile.OfPatient(id -> Patient.blank(new PatientId(id))));
  }

  private SignedIn signUp(String name, String email, SignUp.Profile profile) {
    return done(
        product
            .accounts()
            .signUp()
            .handle(
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
   * The first patient has an agreed visit and a chat with the first doctor, and asks the second.
   */
  private void visits(List<SignedIn> doctors, List<SignedIn> patients) {
    Actor doctor = actor(doctors.get(0));
    Actor patient = actor(patients.get(0));
    Appointment visit = book(patient, doctors.get(0), 2, "Palpitations after coffee");
    done(
        product
            .appointments()
            .change()
            .handle(
                new ChangeAppointment.Command(
                    doctor, visit.id(), Optional.empty(), new Intent.Confirm())));
    book(patient, doctors.get(1), 4, "Yearly check-up");
    book(actor(patients.get(1)), doctors.get(0), 5, "Second opinion");
    say(patient, doctor, "Hello doctor. Shall I bring my last results?");
    say(doctor, patient, "Yes please, and a list of what you take.");
  }

  private Appointment book(Actor patient, SignedIn doctor, int nth, String reason) {
    DoctorId id = new DoctorId(doctor.account().id());
    List<Slot> free = product.doctors().findSlots().next(id, nth + 1);
    Slot slot = free.get(free.size() - 1);
    return done(
        product
            .appointments()
            .book()
            .handle(
                new BookAppointment.Command(
                    patient,
                    id,
                    slot.date(),
                    slot.startTime(),
                    VisitMode.VIDEO,
                    reason,
                    Optional.empty())));
  }

  private void say(Actor from, Actor to, String text) {
    done(
        product
            .messages()
            .send()
            .handle(new SendMessage.Command(from, to.id(), text, Optional.empty())));
  }

  private static Actor actor(SignedIn signedIn) {
    return new Actor(signedIn.account().id(), signedIn.account().role(), signedIn.session().id());
  }

  private static List<String> emails(List<SignedIn> people) {
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
