package io.healthconnect.application.erasure;

import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.domain.call.EndedCall;
import io.healthconnect.testkit.call.CallFixtures;
import io.healthconnect.testkit.message.Drafts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EndRetentionTest {
  private final ErasureWorld world = new ErasureWorld();

  private int end() {
    return world.useCases.endRetention().endRetention();
  }

  private long kept(int most) {
    AppointmentRepository appointments = world.store.appointments();
    return IntStream.range(0, most)
        .filter(i -> appointments.find(new AppointmentId("v" + 30 * i)).isPresent())
        .count();
  }

  @Test
  void keepsAppointmentsForAsLongAsTheRetentionAndNoLonger() {
    world.book("d1", 0);
    world.eraseAndStop("p1");
    world.clock.advance(ErasureWorld.RETENTION);
    assertEquals(0, end());
    assertEquals(1, kept(1));
    world.clock.advance(Duration.ofMillis(1));
    assertEquals(1, end());
    assertEquals(0, kept(1));
    assertEquals(0, end());
  }

  @Test
  void keepsWhatIsOfPeopleWhoAreStillHere() {
    world.book("d1", 0);
    world.clock.advance(ErasureWorld.RETENTION.multipliedBy(2));
    assertEquals(0, end());
    world.eraseAndStop("d1");
    world.clock.advance(ErasureWorld.RETENTION.minusMillis(1));
    assertEquals(0, end());
    assertEquals(1, kept(1));
    world.clock.advance(Duration.ofMillis(2));
    assertEquals(1, end());
    assertEquals(0, kept(1));
  }

  @Test
  void leavesTheRestOfManyToTheNextRun() {
    for (int i = 0; i < 1_150; i++) {
      world.book("d1", 30 * i);
    }
    world.eraseAndStop("p1");
    world.clock.advance(ErasureWorld.RETENTION.plusMillis(1));
    assertEquals(1_000, end());
    assertEquals(150, kept(1_150));
    assertEquals(150, end());
    assertEquals(0, end());
  }

  @Test
  void removesMessagesAndRecordsOfCallsToo() {
    world.book("d1", 0);
    value(world.store.messages().append(Drafts.text("m1", "d1", "p1", "How are you?")));
    CallRecord call =
        CallFixtures.ringing(
                new CallId("c1"), new AccountId("d1"), new AccountId("p1"), Optional.empty())
            .record();
    world.calls.addEnded(EndedCall.unrung(call, EndReason.BUSY, CallFixtures.NOW), List.of());
    world.eraseAndStop("p1");
    world.clock.advance(ErasureWorld.RETENTION);
    assertEquals(0, end());
    assertEquals(List.of(1, 1), left());
    world.clock.advance(Duration.ofMillis(1));
    assertEquals(3, end());
    assertEquals(List.of(0, 0), left());
  }

  /** How many conversations and records of calls the doctor sees. */
  private List<Integer> left() {
    AccountId doctor = new AccountId("d1");
    PageRequest page = PageRequest.first(10);
    return List.of(
        world.store.messages().conversations(doctor, page).items().size(),
        world.calls.records(doctor, page).items().size());
  }
}
