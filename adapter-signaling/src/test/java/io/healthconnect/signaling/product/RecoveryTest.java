package io.healthconnect.signaling.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.application.Actor;
import io.healthconnect.application.account.LogOut;
import io.healthconnect.application.message.MarkRead;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.signaling.rig.Await;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.wire.RawClient;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecoveryTest {
  private static final Actor DOCTOR =
      new Actor(new AccountId("dora"), Role.DOCTOR, new SessionId("dora-1"));
  private static final Actor PATIENT =
      new Actor(new AccountId("paul"), Role.PATIENT, new SessionId("paul-1"));
  private static final String SDP =
      "v=0\\r\\no=- 1 1 IN IP4 127.0.0.1\\r\\ns=-\\r\\nt=0 0\\r\\na=fingerprint:sha-256 "
          + "A1:".repeat(31)
          + "0F\\r\\n";

  private ProductServer server = new ProductServer();
  private Appointment appointment = Appointments.pending("appointment", "dora", "paul", 0);

  @BeforeEach
  void meet() {
    appointment = server.meet();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void restart(RecoveryOptions options) {
    server.close();
    server = new ProductServer(options);
    meet();
  }

  private void write(String text) {
    server.write(text);
  }

  private String heard(RecoveringClient client) {
    return client.event("newMessage").at("/message/text").textValue();
  }

  private void lose(RecoveringClient client) {
    client.cut();
    Await.until("gone", () -> !server.world.knows(new DeviceId(client.sid())));
  }

  @Test
  void aClientThatDoesNotAskHasNeitherPidNorOffsets() {
    try (RawClient client = RawClient.open(server.port())) {
      client.text("40{\"token\":\"" + server.token("paul-1") + "\"}");
      assertTrue(client.read().text().matches("40\\{\"sid\":\"[^\"]+\"}"));
      assertEquals("42[\"online-users\",[]]", client.read().text());
    }
  }

  @Test
  void missedEventsFollowTheAnswerInOrderBeforeNewOnes() {
    try (RecoveringClient client = RecoveringClient.connect(server, "paul-1")) {
      write("1");
      assertEquals("1", heard(client));
      String sid = client.sid();
      String pid = client.pid();
      lose(client);
      write("2");
      server
          .world
          .health
          .messages()
          .markRead()
          .markRead(new MarkRead.Command(PATIENT, DOCTOR.id(), 2));
      write("3");
      client.comeBack();
      assertTrue(client.isRecovered());
      assertEquals(sid, client.sid());
      assertEquals(pid, client.pid());
      assertEquals("2", client.event().at("/1/message/text").textValue());
      assertEquals("messages-read", client.event().get(0).textValue());
      assertEquals("3", client.event().at("/1/message/text").textValue());
      assertEquals("online-users", client.event().get(0).textValue());
      write("4");
      assertEquals("4", heard(client));
    }
  }

  @Test
  void eventsLostDuringARecoveryAreRecoveredByTheNext() {
    try (RecoveringClient client = RecoveringClient.connect(server, "paul-1")) {
      lose(client);
      write("1");
      write("2");
      client.comeBack();
      assertEquals("1", heard(client));
      lose(client);
      client.comeBack();
      assertTrue(client.isRecovered());
      assertEquals("2", heard(client));
    }
  }

  @Test
  void aReturningClientTakesOverFromAConnectionStillOpenHere() {
    try (RecoveringClient client = RecoveringClient.connect(server, "paul-1")) {
      RawClient old = client.line();
      String sid = client.sid();
      client.comeBack();
      assertTrue(client.isRecovered());
      assertEquals(4409, old.closeStatus());
      client.event("online-users");
      assertEquals(1, server.registry.ofAccount("paul").size());
      assertEquals(sid, server.registry.ofAccount("paul").get(0).id());
      write("still there");
      assertEquals("still there", heard(client));
      client.send("421[\"typing\",{\"to\":\"dora\"}]");
      assertEquals("431[{\"ok\":true}]", client.line().read().text());
    }
  }

  @Test
  void nobodyRecoversWhoMayHaveMissedWhatOnlyAnotherNodeWasSent() {
    try (RecoveringClient client = RecoveringClient.connect(server, "paul-1")) {
      lose(client);
      server.world.calls.miss(new DeviceId(client.sid()));
      client.comeBack();
      assertFalse(client.isRecovered());
    }
  }

  /** Something was sent to the old node after the client was told that it has everything. */
  @Test
  void aRecoveredClientThatMayHaveMissedSomethingSinceStartsAnew() {
    try (RecoveringClient client = RecoveringClient.connect(server, "paul-1")) {
      DeviceId device = new DeviceId(client.sid());
      lose(client);
      Change online = new Change.PresenceChanged(PATIENT.id(), true);
      server
          .world
          .store
          .feed()
          .subscribe(
              change -> {
                if (change.equals(online)) {
                  server.world.calls.miss(device);
                }
              });
      client.comeBack();
      assertTrue(client.isRecovered());
      assertEquals(1012, client.line().closeStatus());
      Await.until("gone", () -> !server.world.knows(device));
      client.comeBack();
      assertFalse(client.isRecovered());
    }
  }

  @Test
  void recoveryEndsAfterTwoMinutes() {
    try (RecoveringClient client = RecoveringClient.connect(server, "paul-1");
        RecoveringClient late = RecoveringClient.connect(server, "paul-1")) {
      client.cut();
      late.cut();
      Await.until("gone", () -> server.registry.ofAccount("paul").isEmpty());
      server.timers.advance(Duration.ofMinutes(2));
      client.comeBack();
      assertTrue(client.isRecovered());
      server.timers.advance(Duration.ofNanos(1));
      String before = late.sid();
      late.comeBack();
      assertFalse(late.isRecovered());
      assertNotEquals(before, late.sid());
      write("fresh");
      assertEquals("fresh", heard(late));
    }
  }

  /** The connection was cut up to a minute before the server noticed. */
  @Test
  void recoversEventsSentBeforeTheLossWasNoticed() {
    try (RecoveringClient client = RecoveringClient.connect(server, "paul-1")) {
      write("lost on the way");
      server.timers.advance(Duration.ofSeconds(20));
      lose(client);
      server.timers.advance(Duration.ofMinutes(2));
      client.comeBack();
      assertTrue(client.isRecovered());
      assertEquals("lost on the way", heard(client));
    }
  }

  @Test
  void aClientThatDisconnectedHasNothingToRecover() {
    try (RecoveringClient client = RecoveringClient.connect(server, "paul-1")) {
      client.disconnect();
      Await.until("gone", () -> server.registry.ofAccount("paul").isEmpty());
      client.comeBack();
      assertFalse(client.isRecovered());
    }
  }

  @Test
  void aPidIsRefusedForAnybodyElse() {
    server.logIn("paul", "paul-2");
    try (RecoveringClient client = RecoveringClient.connect(server, "paul-1")) {
      lose(client);
      write("secret");
      client.comeBackAs("dora-1");
      assertFalse(client.isRecovered());
      assertEquals("online-users", client.event().get(0).textValue());
    }
    try (RecoveringClient client = RecoveringClient.connect(server, "paul-1")) {
      lose(client);
      client.comeBackAs("paul-2");
      assertFalse(client.isRecovered());
    }
  }

  @Test
  void anEndedSessionRecoversNothing() {
    try (RecoveringClient client = RecoveringClient.connect(server, "paul-1")) {
      String token = server.token("paul-1");
      lose(client);
      server.world.health.accounts().logOut().logOut(new LogOut.Command(PATIENT, false));
      try (RawClient again = RawClient.open(server.port())) {
        again.text(
            "40{\"token\":\"%s\",\"recovery\":true,\"pid\":\"%s\",\"offset\":\"%s\"}"
                .formatted(token, client.pid(), client.offset()));
        assertEquals("44{\"message\":\"unauthorized\"}", again.read().text());
      }
    }
  }

  @Test
  void anOffsetThatCannotBeIsNotRecovered() {
    for (String offset : new String[] {"zzzz.zzzz", "1", "-1.0", "0.0x", ""}) {
      try (RecoveringClient client = RecoveringClient.connect(server, "paul-1")) {
        lose(client);
        client.setOffset(offset);
        client.comeBack();
        assertFalse(client.isRecovered(), offset);
      }
    }
  }

  @Test
  void moreEventsThanTheLimitAreNotRecovered() {
    restart(new RecoveryOptions(new byte[] {1}, 3, 1 << 20, 16 << 20, Duration.ofMinutes(1)));
    try (RecoveringClient client = RecoveringClient.connect(server, "paul-1")) {
      lose(client);
      write("1");
      write("2");
      write("3");
      client.comeBack();
      assertTrue(client.isRecovered());
      lose(client);
      write("4");
      client.comeBack();
      assertFalse(client.isRecovered(), "the client has read none of them");
    }
  }

  @Test
  void moreBytesThanTheLogKeepsAreNotRecovered() {
    restart(new RecoveryOptions(new byte[] {1}, 100, 1 << 20, 10_000, Duration.ofMinutes(1)));
    try (RecoveringClient client = RecoveringClient.connect(server, "paul-1")) {
      write("0");
      assertEquals("0", heard(client));
      lose(client);
      write("1".repeat(1_000));
      write("2".repeat(1_000));
      client.comeBack();
      assertTrue(client.isRecovered());
      assertEquals("1".repeat(1_000), heard(client));
      assertEquals("2".repeat(1_000), heard(client));
      lose(client);
      for (int i = 0; i < 5; i++) {
        write("3".repeat(1_000));
      }
      client.comeBack();
      assertFalse(client.isRecovered());
    }
  }

  @Test
  void aCallGoesOnByItself() {
    try (RecoveringClient doctor = RecoveringClient.connect(server, "dora-1");
        RecoveringClient patient = RecoveringClient.connect(server, "paul-1")) {
      doctor.send("421[\"call-user\",{\"to\":\"paul\",\"offer\":" + description("offer") + "}]");
      patient.event("call-made");
      patient.send(
          "422[\"answer-call\",{\"to\":\"dora\",\"answer\":" + description("answer") + "}]");
      doctor.event("call-answered");
      candidate(doctor, 1);
      assertEquals("candidate 1", candidateOf(patient));
      RawClient old = patient.line();
      candidate(doctor, 2);
      lose(patient);
      candidate(doctor, 3);
      patient.comeBack();
      assertTrue(patient.isRecovered());
      assertEquals("candidate 2", candidateOf(patient));
      // What waited for the side begins with the description that it belongs to.
      patient.event("call-description");
      assertEquals("candidate 3", candidateOf(patient));
      candidate(doctor, 4);
      assertEquals("candidate 4", candidateOf(patient));
      old.close();
    }
  }

  private static String description(String type) {
    return "{\"type\":\"" + type + "\",\"sdp\":\"" + SDP + "\"}";
  }

  private void candidate(RecoveringClient from, int number) {
    from.send(
        "429[\"ice-candidate\",{\"to\":\"paul\",\"candidate\":{\"candidate\":\"candidate "
            + number
            + "\"}}]");
    assertTrue(ProductServer.next(from.line(), "439[").contains("true"));
  }

  private static String candidateOf(RecoveringClient client) {
    return client.event("ice-candidate").at("/candidate/candidate").textValue();
  }

  @Test
  void changesOfAppointmentsAreRecoveredAndTypingIsNot() {
    try (RecoveringClient client = RecoveringClient.connect(server, "paul-1")) {
      server.world.store.feed().publish(new Change.Typing(DOCTOR.id(), PATIENT.id()));
      JsonNode typing = client.event();
      assertEquals("[\"typing\",{\"from\":\"dora\"}]", typing.toString());
      server.world.store.feed().publish(new Change.AppointmentChanged(appointment));
      client.event("appointment-updated");
      lose(client);
      server.world.store.feed().publish(new Change.AppointmentChanged(appointment));
      server.world.store.feed().publish(new Change.Typing(DOCTOR.id(), PATIENT.id()));
      client.comeBack();
      assertTrue(client.isRecovered());
      assertEquals("appointment-updated", client.event().get(0).textValue());
      assertEquals("online-users", client.event().get(0).textValue());
    }
  }

  /** The look-up for a change may take longer than a client that connects. */
  @Test
  void aChangeFromBeforeTheConnectHindersNoRecovery() {
    CountDownLatch lookUps = new CountDownLatch(1);
    server.lookUp(lookUps::await);
    server.world.store.feed().publish(new Change.AppointmentChanged(appointment));
    try (RecoveringClient client = RecoveringClient.admitted(server, "paul-1")) {
      lookUps.countDown();
      client.event("online-users");
      lose(client);
      client.comeBack();
      assertTrue(client.isRecovered());
    }
  }

  @Test
  void afterMissedChangesNothingIsRecovered() {
    try (RecoveringClient client = RecoveringClient.connect(server, "paul-1")) {
      write("1");
      server.world.store.feed().publish(new Change.Interrupted());
      assertEquals(1012, client.line().closeStatus());
      Await.until("gone", () -> server.registry.ofAccount("paul").isEmpty());
      client.comeBack();
      assertFalse(client.isRecovered());
    }
  }
}
