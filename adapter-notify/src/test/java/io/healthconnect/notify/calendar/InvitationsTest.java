package io.healthconnect.notify.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Language;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.calendar.CalendarEntry;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.outbox.NoticeMail;
import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvitationsTest {
  private final Invitations invitations =
      new Invitations(
          URI.create("https://clinic.example"), "The \"Best\" Clinic; Köln", "a@clinic.example");

  private Optional<Invitations.Invitation> of(NoticeKind kind, Optional<CalendarEntry> entry) {
    return invitations.of(
        new NoticeMail(
            "p1:7",
            Email.parse("nina@example.org"),
            new Preferences(Language.EN, ZoneId.of("Europe/Berlin")),
            kind,
            Optional.of(new PersonName("Dr. Asha Rao")),
            false,
            entry,
            Optional.of("token")));
  }

  private Invitations.Invitation of(NoticeKind kind, AppointmentStatus status, long sequence) {
    return of(kind, Optional.of(Entries.changed(Entries.scheduled(), status, sequence)))
        .orElseThrow();
  }

  @Test
  void invitesToWhatIsPlanned() throws Exception {
    Invitations.Invitation invitation =
        of(NoticeKind.VISIT_CONFIRMED, AppointmentStatus.SCHEDULED, 2);
    assertEquals("REQUEST", invitation.method());
    ReadCalendar read = ReadCalendar.of(invitation.text());
    assertEquals("REQUEST", read.calendar().getRequiredProperty("METHOD").getValue());
    assertEquals("mailto:a@clinic.example", read.of(0, "ORGANIZER"));
    assertEquals("mailto:nina@example.org", read.of(0, "ATTENDEE"));
    assertEquals(
        "The \"Best\" Clinic; Köln",
        read.events()
            .get(0)
            .getRequiredProperty("ORGANIZER")
            .getRequiredParameter("CN")
            .getValue());
    assertEquals("CONFIRMED", read.of(0, "STATUS"));
  }

  @Test
  void case90And91AMoveAndACancellationAreOfTheSameEvent() throws Exception {
    ReadCalendar asked =
        ReadCalendar.of(of(NoticeKind.VISIT_REQUESTED, AppointmentStatus.PENDING, 1).text());
    ReadCalendar moved =
        ReadCalendar.of(of(NoticeKind.VISIT_MOVED, AppointmentStatus.PENDING, 2).text());
    Invitations.Invitation cancelled =
        of(NoticeKind.VISIT_CANCELLED, AppointmentStatus.CANCELLED, 3);
    assertEquals("CANCEL", cancelled.method());
    ReadCalendar gone = ReadCalendar.of(cancelled.text());
    assertEquals("TENTATIVE", asked.of(0, "STATUS"));
    assertEquals("CANCELLED", gone.of(0, "STATUS"));
    assertEquals(asked.of(0, "UID"), moved.of(0, "UID"));
    assertEquals(asked.of(0, "UID"), gone.of(0, "UID"));
    assertEquals("1", asked.of(0, "SEQUENCE"));
    assertEquals("2", moved.of(0, "SEQUENCE"));
    assertEquals("3", gone.of(0, "SEQUENCE"));
  }

  /** Mails may come late, or in another order. */
  @Test
  void addsNothingThatWasCancelledMeanwhile() {
    assertEquals("CANCEL", of(NoticeKind.VISIT_CONFIRMED, AppointmentStatus.CANCELLED, 3).method());
    assertEquals("CANCEL", of(NoticeKind.VISIT_DECLINED, AppointmentStatus.DECLINED, 2).method());
  }

  @Test
  void onlyNoticesOfTheTimeOfAVisitHaveOne() {
    assertEquals(Optional.empty(), of(NoticeKind.VISIT_CONFIRMED, Optional.empty()));
    assertEquals(
        Optional.empty(), of(NoticeKind.REVIEW_RECEIVED, Optional.of(Entries.scheduled())));
    assertFalse(of(NoticeKind.RUNNING_LATE, Optional.of(Entries.scheduled())).isPresent());
  }
}
