package io.healthconnect.notify.calendar;

import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import io.healthconnect.domain.calendar.Calendar;
import io.healthconnect.domain.calendar.CalendarEntry;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.outbox.NoticeMail;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a calendar does with the mail of a notice: it adds, moves or removes the appointment. It
 * says what the appointment is when the mail is written, so a mail that comes late adds nothing
 * that was cancelled since.
 */
public final class Invitations {
  private static final Set<NoticeKind> KINDS =
      Set.of(
          NoticeKind.VISIT_REQUESTED,
          NoticeKind.VISIT_CONFIRMED,
          NoticeKind.VISIT_DECLINED,
          NoticeKind.VISIT_MOVED,
          NoticeKind.VISIT_CANCELLED);

  private final URI site;
  private final String name;
  private final String address;

  /**
   * An invitation.
   *
   * @param method {@code REQUEST} or {@code CANCEL} (RFC 5546)
   * @param text in iCalendar
   */
  public record Invitation(String method, String text) {}

  /**
   * @param site the URL that people type, which links begin with
   * @param name whom mails come from, who organizes all appointments: the two do not learn each
   *     other's addresses
   */
  public Invitations(URI site, String name, String address) {
    this.site = site;
    this.name = name;
    this.address = address;
  }

  /** Empty if the mail is about nothing that a calendar shows. */
  public Optional<Invitation> of(NoticeMail mail) {
    return mail.visit()
        .filter(entry -> KINDS.contains(mail.kind()))
        .map(entry -> invitation(entry, mail));
  }

  private Invitation invitation(CalendarEntry entry, NoticeMail mail) {
    CalendarText text =
        new CalendarText(new Calendar(mail.reader().language(), List.of(entry)), site);
    Method method = entry.isCalledOff() ? Method.cancel() : Method.request();
    text.calendar().setMethod(method);
    Attendee reader = new Attendee(null, mail.to().value());
    // Nobody reads answers. They are given in the product, where the link leads.
    reader.setParticipationStatus(ParticipationStatus.ACCEPTED);
    reader.setRsvp(false);
    text.calendar()
        .getEvents()
        .forEach(
            event -> {
              event.setOrganizer(new Organizer(name.isEmpty() ? address : name, address));
              event.addAttendee(reader);
            });
    return new Invitation(method.getValue(), text.toString());
  }
}
