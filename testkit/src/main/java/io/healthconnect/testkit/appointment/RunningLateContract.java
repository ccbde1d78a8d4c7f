package io.healthconnect.testkit.appointment;

import static io.healthconnect.testkit.appointment.Appointments.MONDAY_NINE;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.RunningLate;
import io.healthconnect.domain.appointment.RunningLateRepository;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.domain.waiting.AttendanceRepository.Step;
import io.healthconnect.domain.waiting.WaitingPolicy;
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of {@link RunningLateRepository}. */
public interface RunningLateContract {
  DoctorId LATE_DOCTOR = DoctorId.of("d1");

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private RunningLateRepository lateness() {
    return stores().lateness();
  }

  private static RunningLate late(int minutes, Instant since) {
    return new RunningLate(LATE_DOCTOR, minutes, since);
  }

  private Appointment pending(String id, String doctor, String patient, int minute) {
    People.add(stores(), doctor, patient);
    return value(
        stores()
            .appointments()
            .book(Appointments.pending(id, doctor, patient, minute), Optional.empty(), UNLIMITED));
  }

  private Appointment scheduled(String id, String doctor, String patient, int minute) {
    Appointment pending = pending(id, doctor, patient, minute);
    return stores().appointments().save(value(pending.confirm(Appointments.BOOKED)));
  }

  private void waits(Appointment appointment, Instant now) {
    Attendance waiting = Attendance.seen(appointment, now).join(new DeviceId("tab"), now);
    stores()
        .attendances()
        .change(appointment.id(), before -> new Step<>(Optional.of(waiting), waiting));
  }

  private List<Notice> told(String patient) {
    return stores().notices().list(new AccountId(patient), PageRequest.first(100)).items().stream()
        .filter(notice -> notice.kind() == NoticeKind.RUNNING_LATE)
        .toList();
  }

  private List<Change.DoctorLate> published(RecordedChanges changes) {
    return changes.all().stream()
        .filter(Change.DoctorLate.class::isInstance)
        .map(Change.DoctorLate.class::cast)
        .toList();
  }

  @Test
  default void countsForSomeHours() {
    People.addDoctor(stores(), "d1");
    RunningLate late = late(20, MONDAY_NINE);
    lateness().say(late);
    Instant end = MONDAY_NINE.plus(RunningLate.LIFE);
    assertEquals(Optional.of(late), lateness().find(LATE_DOCTOR, end.minusMillis(1)));
    assertEquals(Optional.empty(), lateness().find(LATE_DOCTOR, end));
    assertEquals(Optional.empty(), lateness().find(DoctorId.of("d2"), MONDAY_NINE));
  }

  @Test
  default void theLastWordCounts() {
    People.addDoctor(stores(), "d1");
    lateness().say(late(20, MONDAY_NINE));
    RunningLate less = late(5, MONDAY_NINE.plusSeconds(60));
    lateness().say(less);
    assertEquals(Optional.of(less), lateness().find(LATE_DOCTOR, less.since()));
    lateness().clear(LATE_DOCTOR, less.since());
    assertEquals(Optional.empty(), lateness().find(LATE_DOCTOR, less.since()));
  }

  @Test
  default void tellsThePatientsOfTheNextHours() {
    scheduled("before", "d1", "p1", -30);
    scheduled("now", "d1", "p2", -15 + 15);
    scheduled("next", "d1", "p3", 30);
    scheduled("again", "d1", "p3", 60);
    pending("asked", "d1", "p4", 90);
    scheduled("elsewhere", "d2", "p5", 0);
    scheduled("tomorrow", "d1", "p6", 8 * 60);
    RecordedChanges changes = RecordedChanges.from(stores().feed());
    Instant since = MONDAY_NINE;
    lateness().say(late(20, since));
    assertEquals(
        List.of(
            new Change.DoctorLate(
                LATE_DOCTOR, 20, List.of(new AccountId("p2"), new AccountId("p3")))),
        published(changes));
    assertEquals(1, told("p2").size());
    Notice notice = told("p2").get(0);
    assertEquals(since, notice.at());
    assertEquals(Optional.of("now"), notice.appointment().map(id -> id.value()));
    assertEquals(Optional.of(LATE_DOCTOR.account()), notice.from());
    assertEquals(2, told("p3").size());
    for (String other : List.of("p1", "p4", "p5", "p6")) {
      assertEquals(List.of(), told(other), other);
    }
  }

  /** The first of the day may be over by the plan when the doctor says it. */
  @Test
  default void tellsWhoStillWaitsAfterTheEnd() {
    Appointment first = scheduled("waits", "d1", "p1", 0);
    Appointment seen = scheduled("seen", "d1", "p2", 30);
    Appointment left = scheduled("left", "d1", "p3", 60);
    waits(first, MONDAY_NINE);
    Attendance inCall = Attendance.seen(seen, MONDAY_NINE);
    stores().attendances().change(seen.id(), before -> new Step<>(Optional.of(inCall), inCall));
    Instant firstRoomCloses = first.time().slot().endsAt().plus(WaitingPolicy.CLOSES_AFTER_END);
    RecordedChanges changes = RecordedChanges.from(stores().feed());
    lateness().say(late(20, firstRoomCloses.minusMillis(1)));
    lateness().clear(LATE_DOCTOR, firstRoomCloses.minusMillis(1));
    List<AccountId> concerned = List.of(new AccountId("p1"));
    assertEquals(
        List.of(
            new Change.DoctorLate(LATE_DOCTOR, 20, concerned),
            new Change.DoctorLate(LATE_DOCTOR, 0, concerned)),
        published(changes));
    assertEquals(1, told("p1").size());
    assertEquals(Optional.of(first.id()), told("p1").get(0).appointment());
    for (Appointment other : List.of(seen, left)) {
      assertEquals(List.of(), told(other.patientId().value()));
    }
    lateness().say(late(30, firstRoomCloses));
    assertEquals(1, told("p1").size());
  }

  @Test
  default void repeatsNoNoticeUnlessItGetsLater() {
    scheduled("v1", "d1", "p1", 60);
    lateness().say(late(20, MONDAY_NINE));
    lateness().say(late(20, MONDAY_NINE.plusSeconds(60)));
    lateness().say(late(10, MONDAY_NINE.plusSeconds(120)));
    assertEquals(1, told("p1").size());
    lateness().say(late(30, MONDAY_NINE.plusSeconds(180)));
    assertEquals(2, told("p1").size());
  }

  @Test
  default void tellsWhenTheDoctorIsLateNoMore() {
    scheduled("v1", "d1", "p1", 60);
    RecordedChanges changes = RecordedChanges.from(stores().feed());
    lateness().clear(LATE_DOCTOR, MONDAY_NINE);
    assertEquals(List.of(), published(changes));
    lateness().say(late(20, MONDAY_NINE));
    lateness().clear(LATE_DOCTOR, MONDAY_NINE);
    List<AccountId> concerned = List.of(new AccountId("p1"));
    assertEquals(
        List.of(
            new Change.DoctorLate(LATE_DOCTOR, 20, concerned),
            new Change.DoctorLate(LATE_DOCTOR, 0, concerned)),
        published(changes));
    assertEquals(1, told("p1").size());
  }

  @Test
  default void nobodyWaitsForADoctorWhoIsErased() {
    People.addDoctor(stores(), "d1");
    lateness().say(late(20, MONDAY_NINE));
    AuditEvent event = AuditEvent.of(AuditAction.ACCOUNT_ERASED, MONDAY_NINE);
    stores().administration().erase(new Erasure(LATE_DOCTOR.account(), Optional.empty(), event));
    assertEquals(Optional.empty(), lateness().find(LATE_DOCTOR, MONDAY_NINE));
  }
}
