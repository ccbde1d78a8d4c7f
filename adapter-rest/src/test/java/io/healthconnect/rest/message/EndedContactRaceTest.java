package io.healthconnect.rest.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Z-10: messages that are sent while the visit that allows them is cancelled. */
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
    ExecutorService threads = Executors.newFixedThreadPool(2);
    AccountId from = new AccountId(doctor.id());
    int accepted = 0;
    int refused = 0;
    try {
      for (int race = 0; race < RACES; race++) {
        // No rate is in the way.
        server.clock.advance(Duration.ofSeconds(3));
        String id = book();
        CountDownLatch start = new CountDownLatch(1);
        Future<Integer> send =
            threads.submit(
                () -> {
                  start.await();
                  return doctor.post("/api/messages/" + patient.id(), HELLO).status();
                });
        start.countDown();
        cancel(id);
        int stored = stored(from);
        int status = send.get();
        assertTrue(status == 201 || status == 403 || status == 404, "status " + status);
        assertEquals(stored, stored(from), "race " + race);
        accepted += status == 201 ? 1 : 0;
        refused += status == 201 ? 0 : 1;
      }
    } finally {
      threads.shutdownNow();
    }
    assertTrue(accepted > 0 && refused > 0, accepted + " accepted, " + refused + " refused");
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
