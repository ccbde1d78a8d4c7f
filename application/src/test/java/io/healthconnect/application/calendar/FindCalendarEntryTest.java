package io.healthconnect.application.calendar;

import static io.healthconnect.application.calendar.CalendarWorld.DOCTOR;
import static io.healthconnect.application.calendar.CalendarWorld.PATIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Language;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.calendar.Calendar;
import io.healthconnect.domain.calendar.CalendarEntry;
import io.healthconnect.testkit.appointment.People;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindCalendarEntryTest {
  private final CalendarWorld world = new CalendarWorld();

  private Optional<Calendar> find(Actor actor, String id) {
    return world
        .useCases
        .findEntry()
        .findCalendarEntry(new FindCalendarEntry.Query(actor, new AppointmentId(id)));
  }

  private CalendarEntry entry(Appointment appointment, Actor with) {
    return CalendarEntry.of(
        appointment, world.store.accounts().find(with.id()).map(account -> account.name()));
  }

  @Test
  void showsEachOfTheTwoWithWhomTheyMeet() {
    Appointment visit = world.book("v1", 0);
    Preferences spanish = new Preferences(Language.ES, ZoneId.of("America/Bogota"));
    world.store.preferences().save(PATIENT.id(), spanish);
    assertEquals(
        Optional.of(new Calendar(Language.ES, List.of(entry(visit, DOCTOR)))), find(PATIENT, "v1"));
    assertEquals(
        Optional.of(new Calendar(Language.EN, List.of(entry(visit, PATIENT)))), find(DOCTOR, "v1"));
  }

  @Test
  void showsNobodyElseAnything() {
    world.book("v1", 0);
    People.addPatient(world.store.stores(), "p2");
    Actor stranger = new Actor(new AccountId("p2"), Role.PATIENT, new SessionId("s3"));
    assertEquals(Optional.empty(), find(stranger, "v1"));
    assertEquals(Optional.empty(), find(PATIENT, "unknown"));
  }
}
