package io.healthconnect.rest.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import io.healthconnect.testkit.EvenRace;
import java.time.Duration;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Z-10: messages that are sent while the appointment that allows them is cancelled. */
class EndedContactRaceTest {
  private static final int RACES = 1_000;
  private static final String HELLO = "{\"text\":\"Hello\"}";

  private final TestServer server = new TestServer();
  private final Client doctor = server.doctor("dora");
  private final Client patient = server.patient("paul");

  @AfterEach
  void stop() {
    server.close();
  }

  private String book() {
    return patient
        .post("/api/appointments", TestServer.booking(doctor, "09:00"))
        .expect(201)
        .json()
        .at("/appointment/id")
        .asText();
  }

  private void cancel(String id) {
    patient.post("/api/appointments/" + id + "/cancel", "{\"reason\":\"Well\"}").expect(200);
  }

  /** Whatever was under way, nothing is stored once the cancellation has been answered. */
  @Test
  void z10NoMessageIsStoredAfterTheCancellation() throws Exception {
    AccountId from = new AccountId(doctor.id());
    int accepted = 0;
    try (EvenRace race = new EvenRace()) {
      for (int i = 0; i < RACES; i++) {
        // No rate is in the way.
        server.clock.advance(Duration.ofSeconds(3));
        String id = book();
        Future<Boolean> sent = race.run(this::send, () -> cancel(id));
        int stored = stored(from);
        accepted += sent.get() ? 1 : 0;
        assertEquals(accepted, stored, "race " + i);
        assertEquals(accepted, stored(from), "race " + i);
      }
    }
    assertTrue(accepted > 0 && accepted < RACES, accepted + " of " + RACES + " were accepted");
  }

  private boolean send() {
    int status = doctor.post("/api/messages/" + patient.id(), HELLO).status();
    assertTrue(status == 201 || status == 403 || status == 404, "status " + status);
    return status == 201;
  }

  private int stored(AccountId sender) {
    return server
        .store
        .messages()
        .before(Conversation.between(sender, new AccountId(patient.id())), Long.MAX_VALUE, 1)
        .stream()
        .mapToInt(message -> (int) message.seq())
        .findFirst()
        .orElse(0);
  }
}
