package io.healthconnect.testkit.notice;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.at;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeChannels;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.notice.NoticeSettings;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The contract of reminders: each appointment has those that its status, time and people ask for.
 */
public interface ReminderContract {
  AccountId DOCTOR = new AccountId("d1");
  AccountId PATIENT = new AccountId("p1");
  Duration DAY = Duration.ofDays(1);
  Duration HOUR = Duration.ofHours(1);

  /** Two days after the earliest start of the fixtures. */
  int IN_DAYS = 2 * 24 * 60;

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private Appointment pending(String id, int minute) {
    People.add(stores(), DOCTOR.value(), PATIENT.value());
    return value(
        stores()
            .appointments()
            .book(
                Appointments.pending(id, DOCTOR.value(), PATIENT.value(), minute),
                Optional.empty(),
                UNLIMITED));
  }

  private Appointment confirmed(String id, int minute) {
    return stores().appointments().save(value(pending(id, minute).confirm(BOOKED)));
  }

  private static Instant before(Appointment appointment, Duration time) {
    return appointment.time().slot().startsAt().minus(time);
  }

  private int remind(Instant now) {
    return stores().notices().remind(now, 100);
  }

  private List<Notice> reminded(AccountId account) {
    return stores().notices().list(account, PageRequest.first(100)).items().stream()
        .filter(notice -> notice.kind() == NoticeKind.VISIT_REMINDER)
        .toList();
  }

  private void choose(AccountId account, Role role, Integer... minutes) {
    NoticeSettings chosen = new NoticeSettings(Map.of(), List.of(minutes));
    stores().notices().changeSettings(account, role, before -> chosen, BOOKED);
  }

  @Test
  default void remindsThePatientADayAndAnHourBefore() {
    Appointment visit = confirmed("v1", IN_DAYS);
    assertEquals(0, remind(before(visit, DAY).minusMillis(1)));
    assertEquals(1, remind(before(visit, DAY)));
    assertEquals(0, remind(before(visit, DAY)));
    assertEquals(0, remind(before(visit, HOUR).minusMillis(1)));
    assertEquals(1, remind(before(visit, HOUR)));
    assertEquals(
        List.of(before(visit, HOUR), before(visit, DAY)),
        reminded(PATIENT).stream().map(Notice::at).toList());
    assertEquals(Optional.of(visit.id()), reminded(PATIENT).get(0).appointment());
    assertEquals(Optional.empty(), reminded(PATIENT).get(0).from());
    assertEquals(List.of(), reminded(DOCTOR));
  }

  @Test
  default void remindsNobodyOfAnAppointmentThatIsNotConfirmed() {
    Appointment visit = pending("v1", IN_DAYS);
    assertEquals(0, remind(before(visit, Duration.ZERO)));
  }

  @Test
  default void case89AReminderMovesWithItsAppointment() {
    Appointment visit = confirmed("v1", IN_DAYS);
    Appointment moved =
        value(
            stores()
                .appointments()
                .reschedule(Appointments.movedTo(visit, at(IN_DAYS + 24 * 60, 30)), UNLIMITED));
    assertEquals(0, remind(before(visit, HOUR)));
    assertEquals(1, remind(before(moved, DAY)));
    assertEquals(1, remind(before(moved, HOUR)));
  }

  @Test
  default void case89AReminderGoesWithItsAppointment() {
    Appointment cancelled = confirmed("v1", IN_DAYS);
    stores().appointments().save(value(cancelled.cancel(PATIENT, "Better", BOOKED)));
    Appointment declined = pending("v2", IN_DAYS + 60);
    stores().appointments().save(value(declined.decline(Optional.empty(), BOOKED)));
    assertEquals(0, remind(before(declined, Duration.ZERO)));
    assertEquals(List.of(), reminded(PATIENT));
  }

  @Test
  default void case88AStopDelaysRemindersAndOneTellsOfAllThatAreDue() {
    Appointment visit = confirmed("v1", IN_DAYS);
    Instant late = before(visit, Duration.ofMinutes(1));
    assertEquals(2, remind(late));
    assertEquals(List.of(late), reminded(PATIENT).stream().map(Notice::at).toList());
  }

  @Test
  default void case88RemindsNobodyFromTheStartOn() {
    Appointment visit = confirmed("v1", IN_DAYS);
    assertEquals(2, remind(before(visit, Duration.ZERO)));
    assertEquals(List.of(), reminded(PATIENT));
  }

  /** T-08: what has been told is not told again when the clock goes back. */
  @Test
  default void t08AClockThatJumpsRemindsNobodyTwice() {
    Appointment visit = confirmed("v1", IN_DAYS);
    assertEquals(1, remind(before(visit, DAY)));
    assertEquals(0, remind(before(visit, DAY.plusHours(1))));
    assertEquals(0, remind(before(visit, DAY)));
    assertEquals(1, reminded(PATIENT).size());
  }

  @Test
  default void remindsOfNothingThatWasDueBeforeItWasConfirmed() {
    Appointment visit = confirmed("v1", 0);
    assertEquals(0, remind(before(visit, HOUR).minusMillis(1)));
    assertEquals(1, remind(before(visit, HOUR)));
  }

  @Test
  default void doesNotRemindAgainAfterAnotherChange() {
    Appointment visit = confirmed("v1", IN_DAYS);
    assertEquals(1, remind(before(visit, DAY)));
    stores().appointments().save(Appointments.withNotes(visit, "Rest", BOOKED));
    assertEquals(0, remind(before(visit, DAY)));
    assertEquals(1, remind(before(visit, HOUR)));
  }

  @Test
  default void remindsAtTheTimesThatAPersonChose() {
    Appointment visit = confirmed("v1", IN_DAYS);
    choose(PATIENT, Role.PATIENT, 120);
    choose(DOCTOR, Role.DOCTOR, 10);
    Appointment later = confirmed("v2", IN_DAYS + 24 * 60);
    for (Appointment each : List.of(visit, later)) {
      assertEquals(0, remind(before(each, HOUR.plusHours(1)).minusMillis(1)));
      assertEquals(1, remind(before(each, HOUR)));
      assertEquals(1, remind(before(each, Duration.ofMinutes(10))));
    }
    assertEquals(2, reminded(PATIENT).size());
    assertEquals(2, reminded(DOCTOR).size());
    choose(PATIENT, Role.PATIENT);
    assertEquals(0, remind(before(confirmed("v3", IN_DAYS - 240), Duration.ofMinutes(11))));
  }

  @Test
  default void remindsOnceHoweverManyNodesDoIt() {
    Appointment visit = confirmed("v1", IN_DAYS);
    List<Integer> removed = Race.of(4, i -> () -> remind(before(visit, DAY)));
    assertEquals(1, removed.stream().mapToInt(each -> each).sum());
    assertEquals(1, reminded(PATIENT).size());
  }

  @Test
  default void looksAtTheEarliestFirstAndAtNoMoreThanAsked() {
    Appointment second = confirmed("v1", IN_DAYS + 60);
    Appointment first = confirmed("v2", IN_DAYS);
    Instant now = before(second, DAY);
    assertEquals(1, stores().notices().remind(now, 1));
    assertEquals(Optional.of(first.id()), reminded(PATIENT).get(0).appointment());
    assertEquals(1, stores().notices().remind(now, 1));
  }

  @Test
  default void keepsWhatAPersonChose() {
    People.add(stores(), DOCTOR.value(), PATIENT.value());
    assertEquals(Optional.empty(), stores().notices().settings(PATIENT));
    NoticeSettings chosen =
        new NoticeSettings(
            Map.of(NoticeKind.VISIT_MOVED, new NoticeChannels(false, true)), List.of(10, 2_880));
    assertEquals(
        chosen, stores().notices().changeSettings(PATIENT, Role.PATIENT, before -> chosen, BOOKED));
    assertEquals(Optional.of(chosen), stores().notices().settings(PATIENT));
    choose(PATIENT, Role.PATIENT);
    assertEquals(
        Optional.of(new NoticeSettings(Map.of(), List.of())), stores().notices().settings(PATIENT));
    assertEquals(Optional.empty(), stores().notices().settings(DOCTOR));
  }

  @Test
  default void noChangeOfSettingsIsLost() {
    People.add(stores(), DOCTOR.value(), PATIENT.value());
    List<NoticeKind> kinds =
        List.of(
            NoticeKind.VISIT_MOVED,
            NoticeKind.VISIT_REMINDER,
            NoticeKind.MISSED_CALL,
            NoticeKind.NEW_MESSAGE);
    Race.of(
        kinds.size(),
        i ->
            () ->
                stores()
                    .notices()
                    .changeSettings(
                        PATIENT,
                        Role.PATIENT,
                        before -> before.withoutMails(kinds.get(i)),
                        BOOKED));
    NoticeSettings expected = NoticeSettings.initial(Role.PATIENT);
    for (NoticeKind kind : kinds) {
      expected = expected.withoutMails(kind);
    }
    assertEquals(Optional.of(expected), stores().notices().settings(PATIENT));
  }

  /** Else, what is due while the server is down would be lost. */
  @Test
  default void whoStopsMailsKeepsRemindersThatAreDue() {
    Appointment visit = confirmed("v1", IN_DAYS);
    stores()
        .notices()
        .changeSettings(
            PATIENT,
            Role.PATIENT,
            before -> before.withoutMails(NoticeKind.VISIT_REMINDER),
            before(visit, DAY).plusMillis(1));
    assertEquals(1, remind(before(visit, DAY).plusMillis(1)));
  }

  @Test
  default void anErasedAccountIsNotRemindedAndHasNoSettings() {
    Appointment visit = confirmed("v1", IN_DAYS);
    choose(PATIENT, Role.PATIENT, 60);
    AuditEvent event = AuditEvent.of(AuditAction.ACCOUNT_ERASED, BOOKED).about(PATIENT);
    value(stores().administration().erase(new Erasure(PATIENT, Optional.empty(), event)));
    assertEquals(Optional.empty(), stores().notices().settings(PATIENT));
    choose(PATIENT, Role.PATIENT, 60);
    assertEquals(Optional.empty(), stores().notices().settings(PATIENT));
    assertEquals(0, remind(before(visit, HOUR)));
  }
}
