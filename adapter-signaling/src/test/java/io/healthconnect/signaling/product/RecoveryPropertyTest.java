package io.healthconnect.signaling.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.change.Change;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * A client whose connection is cut at random moments, while messages and changes of an appointment
 * are sent by two threads, misses nothing, and gets nothing twice or out of order, over each
 * transport. {@code -Drecovery.outages=1000} makes it longer.
 */
class RecoveryPropertyTest {
  private static final int OUTAGES = Integer.getInteger("recovery.outages", 100);
  private static final long SEED = Long.getLong("recovery.seed", 19);

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
    play(ClientLine.WebSocket::open);
  }

  @Test
  void randomOutagesLoseNothingOverPolling() throws Exception {
    play(PollingLine::open);
  }

  @Test
  void randomOutagesLoseNothingBeforeAndAfterTheUpgradeAndInTheMiddleOfIt() throws Exception {
    play(server -> new UpgradingLine(server, random));
  }

  private void play(Function<ProductServer, ClientLine> lines) throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(2);
    try (ProductServer server = new ProductServer()) {
      Appointment appointment = server.meet();
      try (RecoveringClient client = RecoveringClient.connect(server, "paul-1", lines)) {
        Future<?> chat = senders.submit(() -> sendMessages(server));
        Future<?> appointments = senders.submit(() -> sendChanges(server, appointment));
        for (int i = 0; i < OUTAGES; i++) {
          outage(client, i);
          // Sessions that were replaced, and whose client does not poll any more, end meanwhile.
          server.timers.advance(Duration.ofSeconds(3));
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

  /**
   * Reads a while, at times until all that was on its way before has been read; cuts, or leaves the
   * old connection as it is, and comes back.
   */
  private void outage(RecoveringClient client, int number) {
    int most = random.nextInt(4) == 0 ? 4 * WINDOW : 40;
    for (int events = random.nextInt(most); events > 0; events--) {
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
      server.write("message " + i);
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
