package io.healthconnect.application.calendar;

import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.PreferenceRepository;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.calendar.CalendarLinkRepository;
import java.time.Clock;

/** The use cases of calendars in other programs. */
public record CalendarUseCases(
    FindCalendarEntry findEntry,
    ReadCalendarFeed readFeed,
    FindCalendarLink findLink,
    RenewCalendarLink renewLink) {

  /** What calendars need from outside. */
  public record Ports(
      AppointmentRepository appointments,
      AccountRepository accounts,
      PreferenceRepository preferences,
      CalendarLinkRepository links,
      AuditTrail trail) {}

  /**
   * @param clock whose instants have whole milliseconds, like those of the stores
   */
  public static CalendarUseCases create(Ports ports, IdGenerator ids, Clock clock) {
    Calendars calendars = new Calendars(ports.accounts(), ports.preferences());
    return new CalendarUseCases(
        new FindCalendarEntryHandler(ports.appointments(), calendars),
        new ReadCalendarFeedHandler(ports, calendars, clock),
        actor -> ports.links().find(actor.id()),
        new RenewCalendarLinkHandler(ports, ids, clock));
  }
}
