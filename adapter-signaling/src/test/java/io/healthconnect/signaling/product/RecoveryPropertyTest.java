package io.healthconnect.signaling.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.application.Actor;
import io.healthconnect.application.message.SendMessage;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.change.Change;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A client whose connection is cut at random moments, while messages and changes of an appointment
 * are sent by two threads, misses nothing, and gets nothing twice or out of order. {@code
 * -Drecovery.outages=1000} makes it longer.
 */
class RecoveryPropertyTest {
  private static final int OUTAGES = Integer.getInteger("recovery.outages", 100);
  private static final long SEED = Long.getLong("recovery.seed", 19);
  private static final Actor DOCTOR =
      new Actor(new AccountId("dora"), Role.DOCTOR, new SessionId("dora-1"));

  /** How many events of a kind may be on their way; both together fit into the client's queue. */
  private static final int WINDOW = 100;

  private final Random random = new Random(SEED);
  private final Semaphore messages = new Semaphore(WINDOW);
  private final Semaphore changes = new Semaphore(WINDOW);
  private volatile boolean over;
  private long nextMessage = 1;
  private long nextChange = 1;

  @Test
  void randomOutagesLoseNothing() throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(2);
    try (ProductServer server = new ProductServer()) {
      People.add(server.world.store.stores(), "dora", "paul");
      Appointment appointment =
          Appointments.value(
              server
                  .world
                  .store
                  .appointments()
                  .book(
                      Appointments.pending("appointment", "dora", "paul", 0),
                      Optional.empty(),
                      Appointments.UNLIMITED));
      server.logIn("dora", "dora-1");
      server.logIn("paul", "paul-1");
      try (RecoveringClient client = RecoveringClient.connect(server, "paul-1")) {
        Future<?> chat = senders.submit(() -> sendMessages(server));
        Future<?> appointments = senders.submit(() -> sendChanges(server, appointment));
        for (int i = 0; i < OUTAGES; i++) {
          outage(client, i);
        }
        over = true;
        messages.release();
        changes.release();
        chat.get(30, TimeUnit.SECONDS);
        appointments.get(30, TimeUnit.SECONDS);
      } finally {
        over = true;
      }
    } finally {
      senders.shutdownNow();
    }
  }

  /** Reads a while, cuts, or leaves the old connection as it is, and comes back. */
  private void outage(RecoveringClient client, int number) {
    for (int events = random.nextInt(40); events > 0; events--) {
      read(client);
    }
    if (random.nextBoolean()) {
      client.cut();
    }
    client.comeBack();
    assertTrue(client.isRecovered(), "outage " + number + " of seed " + SEED);
  }

  private void read(RecoveringClient client) {
    JsonNode event = client.event();
    switch (event.get(0).textValue()) {
      case "newMessage" -> {
        assertEquals(nextMessage++, event.at("/1/message/seq").longValue());
        messages.release();
      }
      case "appointment-updated" -> {
        assertEquals(nextChange++, event.at("/1/appointment/version").longValue());
        changes.release();
      }
      default -> assertEquals("online-users", event.get(0).textValue());
    }
  }

  private void sendMessages(ProductServer server) {
    for (int i = 0; !over; i++) {
      messages.acquireUninterruptibly();
      Appointments.value(
          server
              .world
              .health
              .messages()
              .send()
              .sendMessage(
                  new SendMessage.Command(
                      DOCTOR, new AccountId("paul"), "message " + i, Optional.empty())));
    }
  }

  private void sendChanges(ProductServer server, Appointment appointment) {
    for (long version = 1; !over; version++) {
      changes.acquireUninterruptibly();
      server
          .world
          .store
          .feed()
          .publish(
              new Change.AppointmentChanged(
                  new Appointment(
                      appointment.id(),
                      appointment.doctorId(),
                      appointment.patientId(),
                      appointment.time(),
                      appointment.mode(),
                      appointment.reason(),
                      appointment.status(),
                      appointment.notes(),
                      appointment.review(),
                      appointment.history(),
                      version)));
    }
  }
}
