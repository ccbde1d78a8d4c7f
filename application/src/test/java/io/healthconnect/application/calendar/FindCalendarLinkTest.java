package io.healthconnect.application.calendar;

import static io.healthconnect.application.calendar.CalendarWorld.DOCTOR;
import static io.healthconnect.application.calendar.CalendarWorld.PATIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.calendar.CalendarLink;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindCalendarLinkTest {
  private final CalendarWorld world = new CalendarWorld();

  @Test
  void findsTheActorsOwnLink() {
    FindCalendarLink find = world.useCases.findLink();
    assertEquals(Optional.empty(), find.findCalendarLink(PATIENT));
    String secret = world.link();
    assertEquals(
        Optional.of(CalendarLink.create(secret, PATIENT.id(), world.clock.instant())),
        find.findCalendarLink(PATIENT));
    assertEquals(Optional.empty(), find.findCalendarLink(DOCTOR));
  }
}
