package io.healthconnect.application.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentRepository;
import java.time.Duration;
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
}
