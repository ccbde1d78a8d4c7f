package io.healthconnect.application.calendar;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.calendar.CalendarLink;
import java.time.Clock;
import java.util.Optional;

final class RenewCalendarLinkHandler implements RenewCalendarLink {
  private final CalendarUseCases.Ports ports;
  private final IdGenerator ids;
  private final Clock clock;

  RenewCalendarLinkHandler(CalendarUseCases.Ports ports, IdGenerator ids, Clock clock) {
    this.ports = ports;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Optional<Renewed> renewCalendarLink(Actor actor) {
    // Two identifiers, for 256 random bits and a few more.
    String secret = ids.next() + ids.next();
    CalendarLink link = CalendarLink.create(secret, actor.id(), clock.instant());
    ports
        .trail()
        .write(
            ports.trail().done(Optional.of(actor), AuditAction.CALENDAR_LINK_RENEWED, actor.id()));
    return ports.links().replace(link) ? Optional.of(new Renewed(secret, link)) : Optional.empty();
  }
}
