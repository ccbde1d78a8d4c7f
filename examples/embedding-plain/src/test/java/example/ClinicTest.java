package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.Actor;
import io.healthconnect.application.HealthConnect;
import io.healthconnect.application.account.SignUp;
import io.healthconnect.application.account.OpenedSession;
import io.healthconnect.application.appointment.BookAppointment;
import io.healthconnect.application.message.SendMessage;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentMode;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.doctor.DoctorProfile;
import io.healthconnect.domain.doctor.WeeklySchedule;
import io.healthconnect.domain.doctor.Window;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.patient.PatientProfile;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClinicTest {
  private static final byte[] SECRET =
      "k3mQ9vTz7bXw1LrY5nHs8dPf2cJg6aEu".getBytes(StandardCharsets.US_ASCII);
  private static final LocalDate DATE = LocalDate.now().plusDays(3);
  private static final String SDP =
      "v=0\\r\\no=- 1 1 IN IP4 127.0.0.1\\r\\ns=-\\r\\nt=0 0\\r\\na=fingerprint:sha-256 "
          + "AB:".repeat(31)
          + "AB\\r\\n";

  @TempDir Path folder;

  @Test
  void booksInAFewLines() {
    Appointment appointment = QuickStart.book(folder, DATE, SECRET);
    assertEquals(AppointmentStatus.PENDING, appointment.status());
    assertEquals(DATE, appointment.time().date());
  }

  @Test
  void theQuickStartHasAtMost25Lines() throws Exception {
    String source = Files.readString(Path.of("src/main/java/example/QuickStart.java"));
    String shown = source.substring(source.indexOf("// begin:"), source.indexOf("// end:"));
    long lines = shown.lines().skip(1).filter(line -> line.matches(".*[A-Za-z].*")).count();
    assertTrue(lines <= 25, lines + " lines");
  }

  @Test
  void booksChatsAndCalls() throws Exception {
    int port = freePort();
    try (Clinic clinic = new Clinic(folder, SECRET, port)) {
      HealthConnect health = clinic.health();
      OpenedSession ada = signUp(health, "Ada Brandt", doctor());
      OpenedSession ben =
          signUp(health, "Ben Okoye", new SignUp.Profile.OfPatient(PatientProfile.BLANK));
      Actor doctor = actor(health, ada);
      Actor patient = actor(health, ben);
      QuickStart.done(
          health
              .appointments()
              .book()
              .bookAppointment(
                  new BookAppointment.Command(
                      patient,
                      doctor.asDoctor(),
                      DATE,
                      LocalTime.of(9, 0),
                      AppointmentMode.VIDEO,
                      "A check-up",
                      Optional.empty())));

      try (SocketIoClient caller = new SocketIoClient(port, ada.token());
          SocketIoClient callee = new SocketIoClient(port, ben.token())) {
        QuickStart.done(
            health
                .messages()
                .send()
                .sendMessage(
                    new SendMessage.Command(
                        patient, doctor.id(), "Hello", Optional.of(new ClientId("phone-1")))));
        assertTrue(caller.next("42[\"newMessage\"").contains("\"Hello\""));

        caller.emit("call-user", payload(patient, "offer"));
        assertTrue(caller.next("431[").contains("\"ok\":true"));
        assertTrue(callee.next("42[\"call-made\"").contains("Ada Brandt"));
        callee.emit("answer-call", payload(doctor, "answer"));
        assertTrue(callee.next("431[").contains("\"ok\":true"));
        caller.next("42[\"call-answered\"");
        caller.emit("call-end", "{\"to\":\"" + patient.id().value() + "\"}");
        assertTrue(callee.next("42[\"call-end\"").contains("\"hangup\""));
      }
    }
  }

  private static String payload(Actor to, String type) {
    return "{\"to\":\"%s\",\"%s\":{\"type\":\"%s\",\"sdp\":\"%s\"}}"
        .formatted(to.id().value(), type, type, SDP);
  }

  private static SignUp.Profile doctor() {
    Window morning = new Window(LocalTime.of(9, 0), LocalTime.of(12, 0));
    return new SignUp.Profile.OfDoctor(
        new DoctorProfile("Cardiology", 12, "MD", "", Optional.empty(), ZoneId.of("Europe/Berlin")),
        new WeeklySchedule(Map.of(DATE.getDayOfWeek(), List.of(morning))));
  }

  private static OpenedSession signUp(HealthConnect health, String name, SignUp.Profile profile) {
    Email email = Email.parse(name.replace(' ', '.') + "@clinic.example");
    return QuickStart.done(
        health
            .accounts()
            .signUp()
            .signUp(
                new SignUp.Command(
                    new PersonName(name), email, new Password("violet-harbour-42"), profile)));
  }

  private static Actor actor(HealthConnect health, OpenedSession loggedIn) {
    return health.accounts().authenticate().authenticate(loggedIn.token()).orElseThrow();
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
