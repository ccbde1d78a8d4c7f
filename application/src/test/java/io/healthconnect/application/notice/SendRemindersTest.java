package io.healthconnect.application.notice;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SendRemindersTest {
  private static final int VISITS = 120;

  private final SettableClock clock = new SettableClock(BOOKED);
  private final InMemoryStore store = new InMemoryStore();
  private final NoticeUseCases useCases = NoticeUses.of(store, clock);

  /** More than are sent in one step. */
  @Test
  void sendsAllThatAreDueInOneRun() {
    People.add(store.stores(), "d1", "p1");
    for (int i = 0; i < VISITS; i++) {
      Appointment pending = Appointments.pending("v" + i, "d1", "p1", 2_880 + 30 * i);
      Appointment booked = value(store.appointments().book(pending, Optional.empty(), UNLIMITED));
      store.appointments().save(value(booked.confirm(BOOKED)));
    }
    int before = store.notices().unread(new AccountId("p1"));
    assertEquals(0, useCases.sendReminders().sendReminders());
    // Of each visit, the reminder a day before.
    clock.set(Appointments.at(2_880, 30).slot().startsAt().minus(Duration.ofHours(2)));
    int due = useCases.sendReminders().sendReminders();
    assertEquals(45, due);
    assertEquals(before + due, store.notices().unread(new AccountId("p1")));
    assertEquals(0, useCases.sendReminders().sendReminders());
  }
}
