package io.healthconnect.application.calendar;

import static io.healthconnect.application.calendar.CalendarWorld.PATIENT;
import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.MONDAY_NINE;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.calendar.Calendar;
import io.healthconnect.domain.calendar.CalendarEntry;
import io.healthconnect.testkit.account.Accounts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadCalendarFeedTest {
  private final CalendarWorld world = new CalendarWorld();

  private Optional<Calendar> read(String secret) {
    return world.useCases.readFeed().readCalendarFeed(secret);
  }

  @Test
  void showsAllAppointmentsOfThePersonByTheirStart() {
    world.book("later", 60);
    world.book("sooner", 0);
    Appointment cancelled = world.book("cancelled", 120);
    world.store.appointments().save(value(cancelled.cancel(PATIENT.id(), "ill", BOOKED)));
    String secret = world.link();
    assertEquals(List.of("sooner", "later", "cancelled"), world.feed(secret));
    List<CalendarEntry> entries = read(secret).orElseThrow().entries();
    assertEquals(
        List.of(false, false, true), entries.stream().map(CalendarEntry::isCalledOff).toList());
  }

  @Test
  void keepsAppointmentsForAMonthAfterTheirStart() {
    world.book("past", 0);
    world.book("next", 40 * 24 * 60);
    String secret = world.link();
    world.clock.set(MONDAY_NINE.plus(ReadCalendarFeed.PAST));
    assertEquals(List.of("past", "next"), world.feed(secret));
    world.clock.set(MONDAY_NINE.plus(ReadCalendarFeed.PAST).plusMillis(1));
    assertEquals(List.of("next"), world.feed(secret));
  }

  @Test
  void leavesOutWhatIsFarthestAwayWhenThereIsTooMuch() {
    int days = ReadCalendarFeed.MOST;
    for (int i = 0; i < days; i++) {
      world.book("v" + i, i * 60);
    }
    String secret = world.link();
    world.clock.set(MONDAY_NINE.plus(Duration.ofMinutes(59)));
    world.book("last", days * 60);
    List<String> shown = world.feed(secret);
    assertEquals(ReadCalendarFeed.MOST, shown.size());
    assertEquals("v1", shown.get(0));
    assertEquals("last", shown.get(shown.size() - 1));
    world.clock.set(MONDAY_NINE.plus(Duration.ofMinutes(61)));
    assertEquals(shown, world.feed(secret));
  }

  @Test
  void opensToNothingButTheSecret() {
    world.book("v1", 0);
    String secret = world.link();
    String stored = world.store.calendarLinks().find(PATIENT.id()).orElseThrow().hash();
    assertEquals(Optional.empty(), read("guessed"));
    assertEquals(Optional.empty(), read(stored));
    assertTrue(read(secret).isPresent());
  }

  @Test
  void isClosedWhileTheAccountIsDisabled() {
    String secret = world.link();
    decide(Decision.DISABLE);
    assertEquals(Optional.empty(), read(secret));
    decide(Decision.ENABLE);
    assertTrue(read(secret).isPresent());
  }

  private void decide(Decision decision) {
    world
        .store
        .administration()
        .decide(PATIENT.id(), decision, Accounts.decided(PATIENT.id(), decision));
  }
}
