import client.ApiClient;
import client.ApiException;
import client.api.AccountsApi;
import client.api.AppointmentsApi;
import client.api.DoctorsApi;
import client.api.MessagesApi;
import client.model.Appointment;
import client.model.BookRequest;
import client.model.DayRequest;
import client.model.LogInRequest;
import client.model.ScheduleRequest;
import client.model.SendRequest;
import client.model.SignUpRequest;
import client.model.SignedInResponse;
import client.model.Slot;
import client.model.Window;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The main job with the client that openapi-generator makes. usage: java Journey (url of the server)
 */
public final class Journey {
  private static final String PASSWORD = "lantern-Orchid-47-tugboat";

  private final DoctorsApi doctors;
  private final AppointmentsApi appointments;
  private final MessagesApi messages;
  private final String id;

  /** Signs up, logs in, and sends the token from then on. */
  private Journey(String base, SignUpRequest signUp) throws ApiException {
    ApiClient client = new ApiClient();
    client.updateBaseUri(base);
    AccountsApi accounts = new AccountsApi(client);
    accounts.signUp(signUp.password(PASSWORD), "body");
    LogInRequest logIn = new LogInRequest().email(signUp.getEmail()).password(PASSWORD);
    SignedInResponse loggedIn = accounts.logIn(logIn, "body");
    id =
        signUp.getRole() == SignUpRequest.RoleEnum.DOCTOR
            ? loggedIn.getUser().getDoctorUser().getId()
            : loggedIn.getUser().getPatientUser().getId();
    client.setRequestInterceptor(
        request -> request.setHeader("Authorization", "Bearer " + loggedIn.getToken()));
    doctors = new DoctorsApi(client);
    appointments = new AppointmentsApi(client);
    messages = new MessagesApi(client);
  }

  public static void main(String[] arguments) throws ApiException {
    String base = arguments[0];
    Journey doctor =
        new Journey(
            base,
            new SignUpRequest()
                .role(SignUpRequest.RoleEnum.DOCTOR)
                .name("A doctor")
                .email("doctor.java@example.org")
                .specialization("Radiology")
                .timeZone("UTC"));
    Journey patient =
        new Journey(
            base,
            new SignUpRequest()
                .role(SignUpRequest.RoleEnum.PATIENT)
                .name("A patient")
                .email("patient.java@example.org"));
    doctor.openEachDay();
    patient.meet(doctor);
    System.out.println("done");
  }

  private void openEachDay() throws ApiException {
    List<DayRequest> week = new ArrayList<>();
    for (DayRequest.DayEnum day : DayRequest.DayEnum.values()) {
      Window window = new Window().startTime("08:00").endTime("18:00");
      week.add(new DayRequest().day(day).windows(List.of(window)));
    }
    doctors.replaceSchedule(new ScheduleRequest().schedule(week), null);
  }

  private void meet(Journey doctor) throws ApiException {
    boolean found =
        doctors
            .searchDoctors(null, "Radiology", null, null, null, null, null, null, null, null, 100)
            .getDoctors()
            .stream()
            .anyMatch(listed -> listed.getId().equals(doctor.id));
    equal(true, found);
    LocalDate date = LocalDate.now(ZoneOffset.UTC).plusDays(3);
    Slot slot = doctors.listSlots(doctor.id, date, date).getSlots().get(0);

    BookRequest booking =
        new BookRequest()
            .doctorId(doctor.id)
            .date(slot.getDate())
            .startTime(slot.getStartTime())
            .mode(BookRequest.ModeEnum.VIDEO)
            .reason("A check-up");
    Appointment booked = appointments.bookAppointment(booking, "java-1").getAppointment();
    equal(Appointment.StatusEnum.PENDING, booked.getStatus());
    equal(slot.getStartsAt(), booked.getStartsAt());
    Appointment confirmed =
        doctor.appointments.confirmAppointment(booked.getId(), null).getAppointment();
    equal(Appointment.StatusEnum.SCHEDULED, confirmed.getStatus());
    try {
      appointments.bookAppointment(booking, null);
      throw new AssertionError("booked twice");
    } catch (ApiException refused) {
      equal(409, refused.getCode());
    }

    messages.sendMessage(
        doctor.id, new SendRequest().text("May I bring my test results?").clientId("java-1"));
    equal(
        "May I bring my test results?",
        doctor.messages.listMessages(id, null, null, null).getMessages().get(0).getText());
    equal(
        1,
        doctor.messages.listConversations(null, null).getConversations().get(0).getUnread());
    equal(
        booked.getId(),
        appointments
            .listAppointments(null, "scheduled", null, null, null, null, null, null)
            .getAppointments()
            .get(0)
            .getId());
  }

  private static void equal(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError("expected " + expected + " but got " + actual);
    }
  }
}
