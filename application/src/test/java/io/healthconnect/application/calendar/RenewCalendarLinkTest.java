package io.healthconnect.application.calendar;

import static io.healthconnect.application.calendar.CalendarWorld.PATIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.audit.AuditQuery;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenewCalendarLinkTest {
  private final CalendarWorld world = new CalendarWorld();

  @Test
  void case92EndsTheFormerLink() {
    world.book("v1", 0);
    String first = world.link();
    String second = world.link();
    assertNotEquals(first, second);
    assertEquals(List.of("v1"), world.feed(second));
    assertEquals(Optional.empty(), world.useCases.readFeed().readCalendarFeed(first));
  }

  @Test
  void writesItDown() {
    world.link();
    AuditQuery own = new AuditQuery(Optional.of(PATIENT.id()), PageRequest.first(10));
    List<AuditEvent> events =
        world.store.audit().find(own).items().stream().map(entry -> entry.event()).toList();
    assertEquals(1, events.size());
    assertEquals(AuditAction.CALENDAR_LINK_RENEWED, events.get(0).action());
    assertEquals(Optional.of(PATIENT.id()), events.get(0).actor());
  }

  @Test
  void makesNoneForAnAccountThatIsGone() {
    Actor gone = new Actor(new AccountId("gone"), Role.PATIENT, new SessionId("s9"));
    assertEquals(Optional.empty(), world.useCases.renewLink().renewCalendarLink(gone));
  }
}
