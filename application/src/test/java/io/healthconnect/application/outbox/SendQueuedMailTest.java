package io.healthconnect.application.outbox;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Language;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.RunningLate;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.calendar.CalendarEntry;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.outbox.Delivery;
import io.healthconnect.domain.outbox.NoticeMail;
import io.healthconnect.domain.outbox.OutboxState;
import io.healthconnect.domain.waiting.WaitingPolicy;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.Contacts;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.message.Drafts;
import io.healthconnect.testkit.notice.PlainUnsubscribeTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SendQueuedMailTest {
  private static final AccountId PATIENT = new AccountId("p1");

  private final InMemoryStore store = new InMemoryStore();
  private final SettableClock clock = new SettableClock(BOOKED);
  private final Deque<Delivery> outcomes = new ArrayDeque<>();
  private final List<NoticeMail> mails = new ArrayList<>();
  private final SendQueuedMail send =
      SendQueuedMail.create(
          ports(),
          mail -> {
            mails.add(mail);
            return outcomes.isEmpty() ? Delivery.SENT : outcomes.removeFirst();
          },
          clock);

  private SendQueuedMail.Ports ports() {
    return new SendQueuedMail.Ports(
        store.outbox(),
        store.accounts(),
        store.preferences(),
        store.appointments(),
        store.notices(),
        new PlainUnsubscribeTokens());
  }

  private Appointment book(String id, int minute) {
    People.add(store.stores(), "d1", "p1");
    return value(
        store
            .appointments()
            .book(Appointments.pending(id, "d1", "p1", minute), Optional.empty(), UNLIMITED));
  }

  /** Leaves a notice for the patient alone. */
  private Appointment confirm(String id, int minute) {
    Appointment pending = book(id, minute);
    store.outbox().purge(BOOKED.plusMillis(1));
    return store.appointments().save(value(pending.confirm(BOOKED)));
  }

  private List<String> ids() {
    return mails.stream().map(NoticeMail::id).toList();
  }

  private static OutboxState waiting(int count) {
    return new OutboxState(count, Optional.of(BOOKED), 0);
  }

  private static OutboxState failed(int count) {
    return new OutboxState(0, Optional.empty(), count);
  }

  @Test
  void sendsEachNoticeOnce() {
    Appointment visit = confirm("v1", 0);
    store.preferences().save(PATIENT, new Preferences(Language.ES, ZoneId.of("America/Bogota")));
    assertEquals(1, send.sendQueuedMail());
    assertEquals(0, send.sendQueuedMail());
    NoticeMail expected =
        new NoticeMail(
            "p1:1",
            store.accounts().find(PATIENT).orElseThrow().email(),
            new Preferences(Language.ES, ZoneId.of("America/Bogota")),
            NoticeKind.VISIT_CONFIRMED,
            Optional.of(store.accounts().find(new AccountId("d1")).orElseThrow().name()),
            false,
            Optional.of(
                CalendarEntry.of(
                    visit,
                    Optional.of(store.accounts().find(new AccountId("d1")).orElseThrow().name()))),
            Optional.of("stop~visit_confirmed~p1"));
    assertEquals(List.of(expected), mails);
    assertEquals(failed(0), store.outbox().state());
  }

  @Test
  void writesInEnglishAndInTheZoneOfTheVisitToWhoNeverSaidSo() {
    Appointment visit = confirm("v1", 0);
    send.sendQueuedMail();
    assertEquals(new Preferences(Language.EN, visit.time().timeZone()), mails.get(0).reader());
  }

  @Test
  void triesAgainAfterPausesThatGrow() {
    confirm("v1", 0);
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      outcomes.add(Delivery.DEFERRED);
    }
    for (int tries = 1; tries <= 10; tries++) {
      Instant before = clock.instant();
      while (mails.size() < tries) {
        assertEquals(0, send.sendQueuedMail());
        clock.advance(Duration.ofSeconds(mails.size() < tries ? 30 : 0));
      }
      pauses.add(Duration.between(before, clock.instant()));
    }
    assertEquals(
        List.of(0, 30, 60, 120, 240, 480, 960, 1920, 3840, 7200),
        pauses.stream().map(pause -> (int) pause.toSeconds()).toList());
    clock.advance(Duration.ofHours(2));
    assertEquals(1, send.sendQueuedMail());
  }

  @Test
  void givesUpAfterTheLastTry() {
    confirm("v1", 0);
    for (int tries = 1; tries <= SendQueuedMail.MOST_TRIES; tries++) {
      assertEquals(waiting(1), store.outbox().state());
      outcomes.add(Delivery.DEFERRED);
      send.sendQueuedMail();
      clock.advance(Duration.ofHours(2));
    }
    assertEquals(failed(1), store.outbox().state());
    send.sendQueuedMail();
    assertEquals(SendQueuedMail.MOST_TRIES, mails.size());
  }

  @Test
  void doesNotTryAgainWhatIsRefusedForGoodAndSendsTheRest() {
    confirm("v1", 0);
    store.appointments().save(value(book("v2", 60).confirm(BOOKED)));
    outcomes.add(Delivery.REFUSED);
    assertEquals(2, send.sendQueuedMail());
    assertEquals(failed(1), store.outbox().state());
    assertEquals(3, mails.size());
  }

  @Test
  void anotherMailGoesOutWhileOneIsDeferred() {
    confirm("v1", 0);
    book("v2", 60);
    outcomes.add(Delivery.DEFERRED);
    assertEquals(1, send.sendQueuedMail());
    assertEquals(waiting(1), store.outbox().state());
  }

  /** So that mails for which people wait can go out between. */
  @Test
  void sendsABatchAtATime() {
    for (int i = 0; i <= SendQueuedMail.BATCH; i++) {
      book("v" + i, 60 * i);
    }
    assertEquals(SendQueuedMail.BATCH, send.sendQueuedMail());
    assertEquals(waiting(1), store.outbox().state());
    assertEquals(1, send.sendQueuedMail());
  }

  @Test
  void asksAServerThatIsAwayOncePerRun() {
    confirm("v1", 0);
    book("v2", 60);
    outcomes.add(Delivery.UNREACHABLE);
    assertEquals(0, send.sendQueuedMail());
    assertEquals(1, mails.size());
    assertEquals(1, send.sendQueuedMail());
    clock.advance(Duration.ofSeconds(30));
    assertEquals(1, send.sendQueuedMail());
    assertEquals(failed(0), store.outbox().state());
  }

  @Test
  void aMailWhoseSenderWasKilledIsDueAgainAfterItsLease() {
    confirm("v1", 0);
    store.outbox().take(BOOKED, BOOKED.plus(SendQueuedMail.LEASE));
    assertEquals(0, send.sendQueuedMail());
    clock.advance(SendQueuedMail.LEASE);
    assertEquals(1, send.sendQueuedMail());
  }

  @Test
  void aMailThatKeepsFailingInsideFailsInTheEnd() {
    confirm("v1", 0);
    for (int tries = 0; tries < SendQueuedMail.MOST_TRIES; tries++) {
      assertTrue(store.outbox().take(clock.instant(), clock.instant()).isPresent());
    }
    assertEquals(0, send.sendQueuedMail());
    assertEquals(List.of(), mails);
    assertEquals(failed(1), store.outbox().state());
  }

  @Test
  void aFailureInsideLeavesTheMailWaiting() {
    confirm("v1", 0);
    SendQueuedMail broken =
        SendQueuedMail.create(
            ports(),
            mail -> {
              throw new IllegalStateException("fails on purpose");
            },
            clock);
    assertThrows(IllegalStateException.class, broken::sendQueuedMail);
    assertEquals(waiting(1), store.outbox().state());
    clock.advance(SendQueuedMail.LEASE);
    assertEquals(1, send.sendQueuedMail());
  }

  @Test
  void sendsNothingToADisabledAccount() {
    confirm("v1", 0);
    AuditEvent event = AuditEvent.of(AuditAction.ACCOUNT_DISABLED, BOOKED).about(PATIENT);
    value(store.administration().decide(PATIENT, Decision.DISABLE, event));
    assertEquals(0, send.sendQueuedMail());
    assertEquals(List.of(), ids());
    assertEquals(failed(0), store.outbox().state());
  }

  @Test
  void sendsNothingOfAKindThatThePersonDoesNotWantByMail() {
    confirm("v1", 0);
    store
        .notices()
        .changeSettings(
            PATIENT,
            Role.PATIENT,
            settings -> settings.withoutMails(NoticeKind.VISIT_CONFIRMED),
            BOOKED);
    assertEquals(0, send.sendQueuedMail());
    assertEquals(failed(0), store.outbox().state());
    assertEquals(List.of(), ids());
    store.appointments().save(value(book("v2", 60).decline(Optional.empty(), BOOKED)));
    assertEquals(3, send.sendQueuedMail());
  }

  @Test
  void tellsWhoeverCallsOffThatTheChangeWasTheirs() {
    Appointment visit = confirm("v1", 0);
    store.outbox().purge(BOOKED.plusMillis(1));
    store.appointments().save(value(visit.cancel(PATIENT, "ill", BOOKED)));
    assertEquals(2, send.sendQueuedMail());
    Email own = store.accounts().find(PATIENT).orElseThrow().email();
    assertEquals(
        Map.of(own, true, store.accounts().find(new AccountId("d1")).orElseThrow().email(), false),
        mails.stream().collect(Collectors.toMap(NoticeMail::to, NoticeMail::own)));
  }

  /** The doctor may say so while the patient waits past the end. */
  @Test
  void tellsOfADelayUntilTheWaitingRoomCloses() {
    Appointment visit = confirm("v1", 0);
    store.outbox().purge(BOOKED.plusMillis(1));
    store.lateness().say(new RunningLate(visit.doctorId(), 40, visit.time().slot().startsAt()));
    Instant closes = visit.time().slot().endsAt().plus(WaitingPolicy.CLOSES_AFTER_END);
    clock.set(closes.minusMillis(1));
    outcomes.add(Delivery.DEFERRED);
    send.sendQueuedMail();
    assertEquals(List.of(NoticeKind.RUNNING_LATE), mails.stream().map(NoticeMail::kind).toList());
    clock.set(closes.plusSeconds(60));
    send.sendQueuedMail();
    assertEquals(1, mails.size());
  }

  /** Leaves a reminder of a confirmed visit, an hour before it starts. */
  private Appointment remind() {
    Appointment visit = confirm("v1", 0);
    store.outbox().purge(BOOKED.plusMillis(1));
    clock.set(visit.time().slot().startsAt().minus(Duration.ofHours(1)));
    assertEquals(1, store.notices().remind(clock.instant(), 10));
    return visit;
  }

  @Test
  void remindsOfWhatIsToCome() {
    remind();
    assertEquals(1, send.sendQueuedMail());
    assertEquals(NoticeKind.VISIT_REMINDER, mails.get(0).kind());
  }

  @Test
  void remindsOfNothingFromItsStartOn() {
    Appointment visit = remind();
    clock.set(visit.time().slot().startsAt());
    assertEquals(0, send.sendQueuedMail());
    assertEquals(failed(0), store.outbox().state());
  }

  @Test
  void remindsOfNothingThatWasCancelledMeanwhile() {
    Appointment visit = remind();
    Instant now = clock.instant();
    store.appointments().save(value(visit.cancel(PATIENT, "Better", now)));
    assertEquals(2, send.sendQueuedMail());
    assertEquals(
        List.of(NoticeKind.VISIT_CANCELLED, NoticeKind.VISIT_CANCELLED),
        mails.stream().map(NoticeMail::kind).toList());
  }

  private Message message(String id) {
    Contacts.add(store.stores(), "d1", PATIENT.value());
    Message sent =
        value(store.messages().appendForAbsent(Drafts.text(id, "d1", PATIENT.value(), "Hi")));
    clock.set(Drafts.SENT);
    return sent;
  }

  @Test
  void sendsNoMailOfAMessageThatWasReadMeanwhile() {
    Message first = message("m1");
    store.outbox().purge(Drafts.SENT);
    store.messages().markRead(first.conversation(), PATIENT, first.seq(), Drafts.SENT);
    assertEquals(0, send.sendQueuedMail());
    assertEquals(failed(0), store.outbox().state());
    message("m2");
    assertEquals(1, send.sendQueuedMail());
    assertEquals(List.of(NoticeKind.NEW_MESSAGE), mails.stream().map(NoticeMail::kind).toList());
  }

  @Test
  void sendsAMailOfAVisitWhoseNoticeWasRead() {
    confirm("v1", 0);
    store.notices().markRead(PATIENT, Long.MAX_VALUE, BOOKED);
    assertEquals(1, send.sendQueuedMail());
  }

  @Test
  void marksWhatWasSentAlthoughItIsInterrupted() {
    confirm("v1", 0);
    book("v2", 60);
    Thread.currentThread().interrupt();
    assertEquals(1, send.sendQueuedMail());
    assertEquals(waiting(1), store.outbox().state());
    assertEquals(1, send.sendQueuedMail());
  }
}
