package io.healthconnect.testkit.notice;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.at;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.IdempotencyKey;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.notice.NoticeRepository;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The contract of notices: each is stored with the change that it tells of, or neither is. */
public interface NoticeContract {
  AccountId DOCTOR = new AccountId("d1");
  AccountId PATIENT = new AccountId("p1");
  Instant LATER = BOOKED.plusSeconds(60);

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private NoticeRepository notices() {
    return stores().notices();
  }

  private Appointment book(String id, int minute) {
    return book(id, PATIENT, minute);
  }

  private Appointment book(String id, AccountId patient, int minute) {
    People.add(stores(), DOCTOR.value(), patient.value());
    return value(
        stores()
            .appointments()
            .book(
                Appointments.pending(id, DOCTOR.value(), patient.value(), minute),
                Optional.empty(),
                UNLIMITED));
  }

  private Account erase(AccountId account) {
    AuditEvent event = AuditEvent.of(AuditAction.ACCOUNT_ERASED, BOOKED).about(account);
    return value(stores().administration().erase(new Erasure(account, Optional.empty(), event)));
  }

  private Appointment confirmed(Appointment pending) {
    return stores().appointments().save(value(pending.confirm(BOOKED)));
  }

  private Appointment moved(Appointment appointment, int minute) {
    return value(
        stores()
            .appointments()
            .reschedule(Appointments.movedTo(appointment, at(minute, 30)), UNLIMITED));
  }

  private List<Notice> all(AccountId account) {
    return notices().list(account, PageRequest.first(100)).items();
  }

  private List<NoticeKind> kinds(AccountId account) {
    return all(account).stream().map(Notice::kind).toList();
  }

  private List<Long> numbers(AccountId account) {
    return all(account).stream().map(Notice::seq).toList();
  }

  @Test
  default void storesTheNoticeOfABooking() {
    Appointment appointment = book("v1", 0);
    assertEquals(
        List.of(
            new Notice(
                DOCTOR,
                1,
                NoticeKind.VISIT_REQUESTED,
                BOOKED,
                Optional.empty(),
                Optional.of(appointment.id()),
                Optional.of(PATIENT))),
        all(DOCTOR));
    assertEquals(List.of(), all(PATIENT));
  }

  @Test
  default void storesOneNoticeForEachChangeNewestFirst() {
    Appointment moved = moved(confirmed(book("v1", 0)), 60);
    stores().appointments().save(value(moved.cancel(PATIENT, "ill", BOOKED)));
    assertEquals(List.of(NoticeKind.VISIT_MOVED, NoticeKind.VISIT_CONFIRMED), kinds(PATIENT));
    assertEquals(List.of(2L, 1L), numbers(PATIENT));
    assertEquals(List.of(NoticeKind.VISIT_CANCELLED, NoticeKind.VISIT_REQUESTED), kinds(DOCTOR));
    assertEquals(Optional.of(PATIENT), all(DOCTOR).get(0).from());
  }

  @Test
  default void whoeverCallsOffGetsAMailAndNoNews() {
    Appointment confirmed = confirmed(book("v1", 0));
    stores().outbox().purge(LATER);
    RecordedChanges heard = RecordedChanges.from(stores().feed());
    stores().appointments().save(value(confirmed.cancel(PATIENT, "ill", BOOKED)));
    assertEquals(List.of(NoticeKind.VISIT_CONFIRMED), kinds(PATIENT));
    assertEquals(1, notices().unread(PATIENT));
    assertEquals(
        List.of(DOCTOR),
        heard.all().stream()
            .filter(Change.NoticeStored.class::isInstance)
            .map(change -> ((Change.NoticeStored) change).notice().to())
            .toList());
    Set<AccountId> mailed = new HashSet<>();
    for (int i = 0; i < 2; i++) {
      mailed.add(stores().outbox().take(LATER, LATER.plusSeconds(60)).orElseThrow().notice().to());
    }
    assertEquals(Set.of(DOCTOR, PATIENT), mailed);
  }

  @Test
  default void tellsBothWhatTheSystemDid() {
    Appointment pending = book("v1", 0);
    stores()
        .appointments()
        .save(value(pending.declineUnconfirmed(pending.time().slot().startsAt())));
    assertEquals(List.of(NoticeKind.VISIT_DECLINED), kinds(PATIENT));
    assertEquals(List.of(NoticeKind.VISIT_DECLINED, NoticeKind.VISIT_REQUESTED), kinds(DOCTOR));
    assertEquals(Optional.empty(), all(PATIENT).get(0).from());
  }

  @Test
  default void notesAreNoNewsAndAReviewIs() {
    Appointment completed = stores().appointments().save(Appointments.completed(book("v1", 0)));
    int before = all(PATIENT).size();
    Appointment noted =
        stores().appointments().save(Appointments.withNotes(completed, "Rest", BOOKED));
    stores().appointments().addReview(value(noted.reviewed(4, "Kind", BOOKED)));
    assertEquals(before, all(PATIENT).size());
    assertEquals(List.of(NoticeKind.REVIEW_RECEIVED, NoticeKind.VISIT_REQUESTED), kinds(DOCTOR));
  }

  @Test
  default void storesNoneForWhatDidNotHappen() {
    Appointment pending = book("v1", 0);
    Appointment confirmed = confirmed(pending);
    assertThrows(
        StaleVersionException.class,
        () -> stores().appointments().save(value(pending.cancel(PATIENT, "ill", BOOKED))));
    Appointment other = book("v2", 60);
    stores().appointments().reschedule(Appointments.movedTo(other, at(0, 30)), UNLIMITED);
    stores()
        .appointments()
        .book(
            Appointments.pending("v3", DOCTOR.value(), PATIENT.value(), 0),
            Optional.empty(),
            UNLIMITED);
    assertEquals(confirmed, stores().appointments().find(pending.id()).orElseThrow());
    assertEquals(List.of(NoticeKind.VISIT_CONFIRMED), kinds(PATIENT));
    assertEquals(List.of(NoticeKind.VISIT_REQUESTED, NoticeKind.VISIT_REQUESTED), kinds(DOCTOR));
  }

  @Test
  default void storesOneNoticeForManyRequestsWithOneKey() {
    People.add(stores(), DOCTOR.value(), PATIENT.value());
    IdempotencyKey key = new IdempotencyKey("k", "f", LATER);
    Race.of(
        4,
        i ->
            () ->
                value(
                    stores()
                        .appointments()
                        .book(
                            Appointments.pending("v" + i, DOCTOR.value(), PATIENT.value(), 0),
                            Optional.of(key),
                            UNLIMITED)));
    assertEquals(List.of(NoticeKind.VISIT_REQUESTED), kinds(DOCTOR));
  }

  @Test
  default void numbersTheNoticesOfConcurrentChangesWithoutGaps() {
    List<Appointment> pending = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      pending.add(book("v" + i, 30 * i));
    }
    Race.of(
        8,
        i ->
            () ->
                stores()
                    .appointments()
                    .save(value(pending.get(i).cancel(PATIENT, "ill " + i, BOOKED))));
    assertEquals(
        LongStream.iterate(16, seq -> seq - 1).limit(16).boxed().toList(), numbers(DOCTOR));
  }

  @Test
  default void publishesTheNoticeAfterTheChange() {
    Appointment pending = book("v1", 0);
    RecordedChanges heard = RecordedChanges.from(stores().feed());
    Appointment confirmed = confirmed(pending);
    assertEquals(
        List.of(
            new Change.AppointmentChanged(confirmed), new Change.NoticeStored(all(PATIENT).get(0))),
        heard.all());
  }

  @Test
  default void pagesWithoutGapsWhileNewOnesArrive() {
    Appointment appointment = book("v1", 0);
    for (int i = 1; i <= 5; i++) {
      appointment = moved(appointment, 30 * i);
    }
    Page<Notice> first = notices().list(PATIENT, PageRequest.first(2));
    moved(appointment, 300);
    Page<Notice> second = notices().list(PATIENT, new PageRequest(2, first.next()));
    Page<Notice> third = notices().list(PATIENT, new PageRequest(2, second.next()));
    assertEquals(List.of(5L, 4L), first.items().stream().map(Notice::seq).toList());
    assertEquals(List.of(3L, 2L), second.items().stream().map(Notice::seq).toList());
    assertEquals(List.of(1L), third.items().stream().map(Notice::seq).toList());
    assertEquals(Optional.empty(), third.next());
  }

  @Test
  default void refusesACursorThatItDidNotMake() {
    assertThrows(
        InvalidValueException.class,
        () -> notices().list(PATIENT, new PageRequest(2, Optional.of(new Cursor("x", "-")))));
  }

  @Test
  default void marksUpToANumberOnce() {
    Appointment appointment = confirmed(book("v1", 0));
    appointment = moved(moved(appointment, 60), 120);
    assertEquals(3, notices().unread(PATIENT));
    assertEquals(2, notices().markRead(PATIENT, 2, LATER));
    assertEquals(1, notices().unread(PATIENT));
    assertEquals(1, notices().markRead(PATIENT, 100, LATER.plusSeconds(1)));
    assertEquals(0, notices().markRead(PATIENT, 100, LATER.plusSeconds(2)));
    assertEquals(
        List.of(Optional.of(LATER.plusSeconds(1)), Optional.of(LATER), Optional.of(LATER)),
        all(PATIENT).stream().map(Notice::readAt).toList());
    moved(appointment, 180);
    assertEquals(1, notices().unread(PATIENT));
    assertEquals(1, notices().unread(DOCTOR));
  }

  @Test
  default void anErasedAccountKeepsNoneAndGetsNone() {
    Appointment confirmed = confirmed(book("v1", 0));
    erase(PATIENT);
    assertEquals(List.of(), all(PATIENT));
    stores().appointments().save(value(confirmed.cancelForErasure(BOOKED)));
    assertEquals(List.of(), all(PATIENT));
    assertEquals(0, notices().unread(PATIENT));
    assertEquals(List.of(NoticeKind.VISIT_CANCELLED, NoticeKind.VISIT_REQUESTED), kinds(DOCTOR));
  }

  @Test
  default void anAccountThatIsErasedMeanwhileKeepsNone() {
    for (int i = 0; i < 8; i++) {
      AccountId patient = new AccountId("p" + i);
      Appointment pending = book("v" + i, patient, 30 * i);
      Race.of(2, turn -> turn == 0 ? () -> confirmed(pending) : () -> erase(patient));
      assertEquals(List.of(), all(patient));
    }
  }

  @Test
  default void knowsNoNoticesOfAnUnknownAccount() {
    AccountId nobody = new AccountId("nobody");
    assertEquals(List.of(), all(nobody));
    assertEquals(0, notices().unread(nobody));
    assertEquals(0, notices().markRead(nobody, 10, LATER));
  }
}
