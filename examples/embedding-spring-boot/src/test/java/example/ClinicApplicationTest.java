package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.Actor;
import io.healthconnect.application.HealthConnect;
import io.healthconnect.application.account.SignUp;
import io.healthconnect.application.account.OpenedSession;
import io.healthconnect.application.message.SendMessage;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.doctor.DoctorProfile;
import io.healthconnect.domain.doctor.WeeklySchedule;
import io.healthconnect.domain.doctor.Window;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.patient.PatientProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ClinicApplicationTest {
  private static final LocalDate DATE = LocalDate.now().plusDays(3);
  private static final String SDP =
      "v=0\\r\\no=- 1 1 IN IP4 127.0.0.1\\r\\ns=-\\r\\nt=0 0\\r\\na=fingerprint:sha-256 "
          + "AB:".repeat(31)
          + "AB\\r\\n";

  @TempDir static Path folder;

  @Autowired HealthConnect health;

  @Value("${local.server.port}")
  int port;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("clinic.folder", folder::toString);
    registry.add("clinic.secret", () -> "k3mQ9vTz7bXw1LrY5nHs8dPf2cJg6aEu");
    registry.add("clinic.origin", () -> "https://clinic.example");
  }

  @Test
  void booksChatsAndCalls() throws Exception {
    OpenedSession ada = signUp("Ada Brandt", doctor());
    OpenedSession ben = signUp("Ben Okoye", new SignUp.Profile.OfPatient(PatientProfile.BLANK));
    Actor doctor = actor(ada);
    Actor patient = actor(ben);
    assertEquals(201, book(ben.token(), doctor));
    assertEquals(409, book(ben.token(), doctor));
    assertEquals(401, book("forged", doctor));

    try (SocketIoClient caller = new SocketIoClient(port, ada.token());
        SocketIoClient callee = new SocketIoClient(port, ben.token())) {
      done(
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

  private int book(String token, Actor doctor) throws Exception {
    String body =
        "{\"doctor\":\"%s\",\"date\":\"%s\",\"startTime\":\"09:00\",\"reason\":\"A check-up\"}"
            .formatted(doctor.id().value(), DATE);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/appointments"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
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

  private OpenedSession signUp(String name, SignUp.Profile profile) {
    Email email = Email.parse(name.replace(' ', '.') + "@clinic.example");
    return done(
        health
            .accounts()
            .signUp()
            .signUp(
                new SignUp.Command(
                    new PersonName(name), email, new Password("violet-harbour-42"), profile)));
  }

  private Actor actor(OpenedSession loggedIn) {
    return health.accounts().authenticate().authenticate(loggedIn.token()).orElseThrow();
  }

  private static <T, E> T done(Result<T, E> result) {
    return result.fold(
        value -> value,
        refusal -> {
          throw new IllegalStateException("refused: " + refusal);
        });
  }
}
