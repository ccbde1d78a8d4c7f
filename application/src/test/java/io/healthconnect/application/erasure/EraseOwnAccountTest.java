package io.healthconnect.application.erasure;

import static io.healthconnect.application.erasure.ErasureWorld.actor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.erasure.EraseOwnAccount.Reason;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.appointment.StatusChange;
import io.healthconnect.domain.change.Change;
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.appointment.Appointments;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EraseOwnAccountTest {
  private final ErasureWorld world = new ErasureWorld();

  private Result<Account, EraseOwnAccount.Refusal> erase(String id, Role role, String password) {
    return world
        .useCases
        .eraseOwn()
        .eraseOwnAccount(new EraseOwnAccount.Command(actor(id, role), password));
  }

  private Result<Account, EraseOwnAccount.Refusal> erase() {
    return erase("p1", Role.PATIENT, ErasureWorld.PASSWORD);
  }

  private static Result<Account, EraseOwnAccount.Refusal> refused(Reason reason) {
    return Result.failure(new EraseOwnAccount.Refusal(reason, Duration.ZERO));
  }

  @Test
  void needsThePassword() {
    assertEquals(refused(Reason.WRONG_PASSWORD), erase("p1", Role.PATIENT, "wrong horse"));
    assertEquals("Paul p1", world.account("p1").name().value());
    assertEquals(List.of(), world.left);
  }

  @Test
  void endsCallsAndRemovesImages() {
    assertEquals(Result.success(world.account("p1").erased().withVersion(2)), erase());
    assertEquals(List.of(new AccountId("p1")), world.left);
    assertEquals(List.of(new AccountId("p1")), world.imageless);
  }

  @Test
  void succeedsAlthoughTheStoreIsAwayRightAfterIt() {
    world.storeIsAway = true;
    assertEquals(Result.success(world.account("p1").erased().withVersion(2)), erase());
    assertEquals(List.of(), world.left);
    world.storeIsAway = false;
    world.clock.advance(Duration.ofSeconds(61));
    world.useCases.finish().finishErasures();
    assertEquals(List.of(new AccountId("p1")), world.left);
    assertEquals(List.of(new AccountId("p1")), world.imageless);
  }

  @Test
  void case39CancelsWhatHasNotStartedAndTellsTheOther() {
    Appointment past = world.book("d1", 0);
    world.store.appointments().save(Appointments.value(past.confirm(Appointments.BOOKED)));
    world.book("d1", 60);
    world.book("d2", 120);
    world.clock.set(Appointments.MONDAY_NINE.plusSeconds(60));
    RecordedChanges heard = RecordedChanges.from(world.store.feed());
    assertTrue(erase() instanceof Result.Success);
    assertEquals(AppointmentStatus.SCHEDULED, world.appointment(0).status());
    for (int minute : new int[] {60, 120}) {
      StatusChange last = world.appointment(minute).history().last();
      assertEquals(AppointmentStatus.CANCELLED, last.to());
      assertEquals(Optional.empty(), last.by());
      assertEquals(Optional.of(Appointment.ACCOUNT_ERASED), last.reason());
      assertTrue(heard.all().contains(new Change.AppointmentChanged(world.appointment(minute))));
    }
  }

  @Test
  void cancelsMoreThanAPageOfADoctorsAppointments() {
    for (int i = 0; i < 150; i++) {
      world.book("d1", 30 * i);
    }
    assertTrue(erase("d1", Role.DOCTOR, ErasureWorld.PASSWORD) instanceof Result.Success);
    for (int i = 0; i < 150; i++) {
      assertEquals(AppointmentStatus.CANCELLED, world.appointment(30 * i).status());
    }
  }

  @Test
  void keepsTheLastAdmin() {
    assertEquals(refused(Reason.LAST_ADMIN), erase("a1", Role.ADMIN, ErasureWorld.PASSWORD));
  }

  @Test
  void hidesThePassword() {
    assertEquals(
        "EraseOwnAccount.Command[hidden]",
        new EraseOwnAccount.Command(actor("p1", Role.PATIENT), "secret").toString());
  }
}
