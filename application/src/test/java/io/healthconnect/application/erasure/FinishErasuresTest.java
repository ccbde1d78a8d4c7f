package io.healthconnect.application.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left to do when a process stops in the middle of an erasure. */
class FinishErasuresTest {
  private final ErasureWorld world = new ErasureWorld();

  private int finish() {
    return world.useCases.finish().finishErasures();
  }

  @Test
  void finishesWhatACrashInterrupted() {
    world.book("d1", 0);
    world.eraseAndStop("p1");
    assertEquals(AppointmentStatus.PENDING, world.appointment(0).status());
    world.clock.advance(Duration.ofSeconds(61));
    assertEquals(1, finish());
    assertEquals(AppointmentStatus.CANCELLED, world.appointment(0).status());
    assertEquals(List.of(new AccountId("p1")), world.left);
    assertEquals(List.of(new AccountId("p1")), world.imageless);
    assertEquals(0, finish());
  }

  /** A request that was let in before the account was erased may store something after it. */
  @Test
  void waitsUntilNothingCanSlipPast() {
    world.eraseAndStop("p1");
    assertEquals(0, finish());
    world.book("d1", 0);
    world.clock.advance(Duration.ofSeconds(61));
    assertEquals(1, finish());
    assertEquals(AppointmentStatus.CANCELLED, world.appointment(0).status());
  }

  @Test
  void finishesBothOfTwoWhoShareAnAppointment() {
    world.book("d1", 0);
    world.eraseAndStop("d1");
    world.eraseAndStop("p1");
    world.clock.advance(Duration.ofSeconds(61));
    assertEquals(2, finish());
    assertEquals(AppointmentStatus.CANCELLED, world.appointment(0).status());
  }
}
