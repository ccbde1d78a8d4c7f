package io.healthconnect.signaling.product;

import static io.healthconnect.signaling.product.ProductServer.next;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.Actor;
import io.healthconnect.application.account.LogOut;
import io.healthconnect.application.appointment.ChangeAppointment;
import io.healthconnect.application.message.MarkRead;
import io.healthconnect.application.message.SendMessage;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.change.Change;
import io.healthconnect.signaling.rig.Await;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.Contacts;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.wire.RawClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cases are those of docs/edge-cases.md. */
class ProductSocketsTest {
  private static final Actor DOCTOR = actor("dora", Role.DOCTOR, "dora-1");
  private static final Actor PATIENT = actor("paul", Role.PATIENT, "paul-1");
  private static final String SDP =
      "v=0\\r\\no=- 1 1 IN IP4 127.0.0.1\\r\\ns=-\\r\\nt=0 0\\r\\na=fingerprint:sha-256 "
          + "A1:".repeat(31)
          + "0F\\r\\n";
  private static final String OFFER = "{\"type\":\"offer\",\"sdp\":\"" + SDP + "\"}";
  private static final String ANSWER = "{\"type\":\"answer\",\"sdp\":\"" + SDP + "\"}";

  private final ProductServer server = new ProductServer();
  private Appointment appointment = Appointments.pending("appointment", "dora", "paul", 0);

  @BeforeEach
  void meet() {
    People.add(server.world.store.stores(), "dora", "paul");
    appointment =
        Appointments.value(
            server
                .world
                .store
                .appointments()
                .book(appointment, Optional.empty(), Appointments.UNLIMITED));
    server.logIn("dora", "dora-1");
    server.logIn("paul", "paul-1");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** G-11. */
  @Test
  void case01ASocketEndsWithItsSession() {
    try (RawClient early = server.connect("paul-1")) {
      server.world.clock.advance(Duration.ofMinutes(30));
      server.logIn("paul", "paul-2");
      try (RawClient late = server.connect("paul-2")) {
        server.world.clock.advance(Duration.ofMinutes(30).minusMillis(1));
        // However many sockets there are, the store is not asked.
        server.world.sessionsAway = true;
        server.sockets.closeExpired();
        assertEquals("430[{\"ok\":true}]", typing(early));
        server.world.clock.advance(Duration.ofMillis(1));
        server.sockets.closeExpired();
        assertEquals(4401, early.closeStatus());
        assertEquals("430[{\"ok\":true}]", typing(late));
      }
    }
  }

  /**
   * T-08: deadlines of sockets do not follow the wall clock, which somebody may set. Only the end
   * of the session does, which is a time of day.
   */
  @Test
  void t08NoSocketEndsBecauseTheWallClockJumps() {
    server.world.clock.advance(Duration.ofHours(-2));
    List<RawClient> sockets = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String session = "paul-" + i % 8 + "-" + i / 8;
      Contacts.add(server.world.store.stores(), "dora", "p" + i / 8);
      server.logIn("p" + i / 8, session);
      sockets.add(server.connect(session));
    }
    for (Duration jump :
        List.of(
            Duration.ofMinutes(59),
            Duration.ofHours(-1),
            Duration.ofHours(-10),
            Duration.ofHours(10))) {
      server.world.clock.advance(jump);
      server.timers.advance(Duration.ofSeconds(1));
      server.sockets.closeExpired();
      for (RawClient socket : sockets) {
        socket.text("420[\"typing\",{\"to\":\"dora\"}]");
        assertTrue(next(socket, "430[").startsWith("430[{"), jump::toString);
      }
    }
    // 25 seconds after their beginning, by the clock that nobody sets, they are pinged.
    server.timers.advance(Duration.ofSeconds(21));
    sockets.forEach(socket -> assertEquals("2", next(socket, "2")));
    assertEquals(sockets.size(), server.registry.transports());
    sockets.forEach(RawClient::close);
  }

  /** Neither 1011 nor a refusal, which would look like the end of the session. */
  @Test
  void clientsThatConnectWhileTheStoreIsAwayAreToldToTryAgain() {
    server.world.sessionsAway = true;
    try (RawClient client = server.knock("paul-1")) {
      assertEquals(1013, client.closeStatus());
    }
    server.world.sessionsAway = false;
    try (RawClient again = server.connect("paul-1")) {
      assertEquals("430[{\"ok\":true}]", typing(again));
    }
  }

  /** G-08. */
  @Test
  void case03AllSocketsOfASessionThatIsLoggedOutEndAndNoOthers() {
    server.logIn("paul", "paul-2");
    try (RawClient tabA = server.connect("paul-1");
        RawClient tabB = server.connect("paul-1");
        RawClient phone = server.connect("paul-2")) {
      server.world.health.accounts().logOut().logOut(new LogOut.Command(PATIENT, false));
      assertEquals(4401, tabA.closeStatus());
      assertEquals(4401, tabB.closeStatus());
      assertEquals("430[{\"ok\":true}]", typing(phone));
    }
    Await.until("all gone", () -> server.registry.ofAccount("paul").isEmpty());
  }

  @Test
  void case37BothHearOfACancellationDuringARing() {
    try (RawClient caller = server.connect("dora-1");
        RawClient callee = server.connect("paul-1")) {
      caller.text("421[\"call-user\",{\"to\":\"paul\",\"offer\":" + OFFER + "}]");
      String started = next(caller, "431[");
      assertTrue(started.startsWith("431[{\"ok\":true"), started);
      next(callee, "42[\"call-made\"");
      server
          .world
          .health
          .appointments()
          .change()
          .changeAppointment(
              new ChangeAppointment.Command(
                  DOCTOR,
                  appointment.id(),
                  Optional.empty(),
                  new ChangeAppointment.Intent.Cancel("Ill")));
      for (RawClient client : new RawClient[] {caller, callee}) {
        assertEquals(Set.of("appointment-updated", "call-end"), twoCancelled(client));
      }
      callee.text("422[\"answer-call\",{\"to\":\"dora\",\"answer\":" + ANSWER + "}]");
      assertTrue(next(callee, "432[").contains("\"not_found\""));
    }
  }

  /** The names of the next two events that say so; their order is open. */
  private static Set<String> twoCancelled(RawClient client) {
    Set<String> names = new HashSet<>();
    while (names.size() < 2) {
      String event = next(client, "42[");
      if (event.contains("\"cancelled\"")) {
        names.add(event.split("\"", 3)[1]);
      }
    }
    return names;
  }

  /** N-01: a doctor who wants to see the notes asks for them, which is written down. */
  @Test
  void n01AnEventHasTheNotesForThePatientOnly() {
    try (RawClient doctor = server.connect("dora-1");
        RawClient patient = server.connect("paul-1")) {
      Appointment completed =
          Appointments.withNotes(
              Appointments.completed(appointment), "Cough and rest", Appointments.BOOKED);
      server.world.store.feed().publish(new Change.AppointmentChanged(completed));
      String forDoctor = next(doctor, "42[\"appointment-updated\"");
      assertTrue(forDoctor.contains("\"notes\":null"), forDoctor);
      String forPatient = next(patient, "42[\"appointment-updated\"");
      assertTrue(forPatient.contains("\"notes\":\"Cough and rest\""), forPatient);
    }
  }

  @Test
  void case46EveryTabOfBothSeesAMessageAndThatItWasRead() {
    try (RawClient one = server.connect("paul-1");
        RawClient two = server.connect("paul-1");
        RawClient doctor = server.connect("dora-1")) {
      SendMessage.Command hello =
          new SendMessage.Command(DOCTOR, PATIENT.id(), "Hello", Optional.empty());
      Appointments.value(server.world.health.messages().send().sendMessage(hello));
      for (RawClient client : new RawClient[] {one, two, doctor}) {
        assertTrue(next(client, "42[\"newMessage\"").contains("\"text\":\"Hello\""));
      }
      assertTrue(
          server
              .world
              .health
              .messages()
              .markRead()
              .markRead(new MarkRead.Command(PATIENT, DOCTOR.id(), 1)));
      for (RawClient client : new RawClient[] {one, two, doctor}) {
        assertEquals(
            "42[\"messages-read\",{\"by\":\"paul\",\"with\":\"dora\",\"upTo\":1}]",
            next(client, "42[\"messages-read\""));
      }
    }
  }

  @Test
  void thePatientsConcernedAndTheDoctorHearThatTheDoctorIsLate() {
    ChangeAppointment.Command confirm =
        new ChangeAppointment.Command(
            DOCTOR, appointment.id(), Optional.empty(), new ChangeAppointment.Intent.Confirm());
    Appointments.value(server.world.health.appointments().change().changeAppointment(confirm));
    try (RawClient patient = server.connect("paul-1");
        RawClient doctor = server.connect("dora-1")) {
      assertTrue(server.world.health.appointments().sayRunningLate().sayRunningLate(DOCTOR, 20));
      for (RawClient client : new RawClient[] {patient, doctor}) {
        assertEquals(
            "42[\"running-late\",{\"doctorId\":\"dora\",\"minutes\":20}]",
            next(client, "42[\"running-late\""));
      }
      assertTrue(next(patient, "42[\"notice\"").contains("\"kind\":\"running_late\""));
    }
  }

  @Test
  void everyDeviceOfThePersonIsToldOfANoticeAndNobodyElse() {
    try (RawClient one = server.connect("paul-1");
        RawClient two = server.connect("paul-1");
        RawClient doctor = server.connect("dora-1")) {
      ChangeAppointment.Command confirm =
          new ChangeAppointment.Command(
              DOCTOR, appointment.id(), Optional.empty(), new ChangeAppointment.Intent.Confirm());
      Appointments.value(server.world.health.appointments().change().changeAppointment(confirm));
      for (RawClient client : new RawClient[] {one, two}) {
        String told = next(client, "42[\"notice\"");
        assertTrue(
            told.startsWith(
                "42[\"notice\",{\"notice\":{\"seq\":1,\"kind\":\"visit_confirmed\",\"at\":\""),
            told);
        assertTrue(
            told.endsWith("\"readAt\":null,\"appointmentId\":\"appointment\",\"from\":\"dora\"}}]"),
            told);
      }
      // What the doctor hears up to the answer to a later event.
      doctor.text("420[\"typing\",{\"to\":\"paul\"}]");
      for (String heard = ""; !heard.startsWith("430["); heard = doctor.read().text()) {
        assertFalse(heard.startsWith("42[\"notice\""), heard);
      }
    }
  }

  /** The answer to an event. */
  private static String typing(RawClient client) {
    client.text("420[\"typing\",{\"to\":\"dora\"}]");
    return next(client, "430[");
  }

  private static Actor actor(String id, Role role, String session) {
    return new Actor(new AccountId(id), role, new SessionId(session));
  }
}
